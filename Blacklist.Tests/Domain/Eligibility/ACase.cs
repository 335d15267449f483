using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Names;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Listings;

namespace Blacklist.Tests.Domain.Eligibility;

/// <summary>One listed person, one rule, one application; each spec changes one thing.</summary>
internal static class ACase
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly IdentityDocument Number = Document(DocumentType.ResidentId, "70000019851231003");
    public static readonly IdentityDocument OtherNumber = Document(DocumentType.ResidentId, "70000019900101001");
    public static readonly RegionCode Dongsheng = RegionCode.Parse("150602").Value!;
    public static readonly RegionCode Beijing = RegionCode.Parse("110000").Value!;

    public static readonly Rule TheRule = new(
        "erdos-2018-4-2", "专项行动实施方案", "四(二)", IssuerLevel.PolicyDocument,
        new Scope([DispositionKind.Banned], [Part.PersonInCharge], []),
        new Bar([Position.Founder, Position.PersonInCharge], [Position.LegalRepresentative], [], CharitableOnly: false, RegionCode.Parse("150600").Value!),
        StartEvent.DispositionDate, Term.Parse("P5Y").Value!, TermNote: null, Effect.Restricted,
        [Element.DecisionDocument, Element.NoticeServed, Element.DecidedBySecondPerson, Element.TermRunning],
        ValidFrom: new DateOnly(2018, 4, 12), ValidTo: null, "通知", new Confirmation("test", new DateOnly(2026, 1, 1)));

    public static readonly ListingFacts TheListing = ListingFacts.From(AListing.Proposed, dispositionAnnulled: false) with { Status = ListingStatus.InForce };

    public static readonly ListedPerson Listed = new(Person("张三", Number), TheListing);

    public static readonly Organization TheOrganization = new(OrganizationName.Parse("鄂尔多斯市某某协会").Value!, OrganizationKind.SocialAssociation, Charitable: false, Dongsheng);

    public static readonly Applicant Founder = new(Person("张三", Number), Position.Founder);

    /// <summary>The numbers of the specs are of region 700000, which belongs to nobody.</summary>
    public static readonly RegionCatalogue KnownRegions = new([new Region(RegionCode.Parse("700000").Value!, "某地", RegionStatus.Retired)], []);

    public static PersonIdentity Person(string name, params IdentityDocument[] documents) =>
        new(PersonName.Parse(name).Value!, documents, BirthDate: null, Sex: null);

    public static RuleCatalogue Catalogue(params Rule[] rules) =>
        rules.Select(rule => new RuleAdopted(rule, new ClerkId("test"))).Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);

    public static ApplicantAnswer Ask(
        Applicant? applicant = null, ListedPerson? listed = null, Organization? organization = null, RuleCatalogue? rules = null, DateOnly? on = null,
        StandingFinding? finding = null) =>
        AskAmong([new Candidate(listed ?? Listed, finding)], applicant, organization, rules, on);

    public static ApplicantAnswer AskAmong(
        IReadOnlyList<Candidate> candidates, Applicant? applicant = null, Organization? organization = null, RuleCatalogue? rules = null, DateOnly? on = null) =>
        EligibilityCheck.Answer(
            new EligibilityQuestion("A-1", CheckPurpose.Registration, organization ?? TheOrganization, [applicant ?? Founder]),
            _ => candidates, [], rules ?? Catalogue(TheRule), KnownRegions, on ?? Today).Applicants[0];

    public static IdentityDocument Document(DocumentType type, string first17) =>
        IdentityDocument.Parse(type, ResidentId.WithCheckDigit(first17), issuingCountry: null, Today).Value!;
}

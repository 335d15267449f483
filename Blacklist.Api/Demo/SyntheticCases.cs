using Blacklist.Api.Imports;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Names;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Demo;

/// <summary>Invented cases for trying and measuring: each bans an organization that never was and lists the invented persons in charge of it.</summary>
internal sealed class SyntheticCases(SyntheticPersons persons)
{
    public const int PersonsPerCase = 20;

    private const int WithoutNumber = 50;

    private static readonly ClerkId Officer = new("synthetic-officer");
    private static readonly ClerkId Approver = new("synthetic-approver");
    private static readonly DateOnly FirstDecision = new(2025, 3, 3);
    private static readonly RegionCode[] Regions = [.. new[] { "150602", "500103", "110105", "310115" }.Select(code => RegionCode.Parse(code).Value!)];

    /// <summary>The region of the case that lists a person.</summary>
    public static RegionCode RegionOf(int person) => Regions[person / PersonsPerCase % Regions.Length];

    /// <summary>One person in fifty is known without a number.</summary>
    public static bool HasNumber(int person) => person % WithoutNumber != WithoutNumber - 1;

    /// <summary>Cases that list the persons of these indexes.</summary>
    public IEnumerable<ImportedCase> List(int count, int from = 0) =>
        Enumerable.Range(from, count).Chunk(PersonsPerCase).Select(Case);

    private ImportedCase Case(int[] indexes)
    {
        var number = indexes[0] / PersonsPerCase;
        var decidedOn = FirstDecision.AddDays(number % 180);
        var organization = new RecordBannedOrganization(
            new BannedOrganizationId(Guid.CreateVersion7()), $"虚构研究会第{number}号", [], CreditCode: null, UnlawfulKind.Unregistered,
            RegisteredAs: null, CampaignCategory: null, RegionOf(indexes[0]), Activities: null, Source: null);
        return new ImportedCase(
            organization,
            new ImportedDecision(DispositionKind.Banned, $"虚构取字第{number}号", decidedOn, "虚构市民政局"),
            [.. indexes.Select(index => new ImportedPerson(IdentityOf(index), Part.PersonInCharge, Steps(number, decidedOn)))]);
    }

    private PersonIdentity IdentityOf(int index)
    {
        var person = persons[index];
        var documents = HasNumber(index)
            ? new[] { IdentityDocument.Parse(DocumentType.ResidentId, person.Number!, issuingCountry: null, DateOnly.MaxValue).Value! }
            : [];
        return new PersonIdentity(PersonName.Parse(person.Name).Value!, documents, person.BirthDate, person.Sex);
    }

    private static ImportedSteps Steps(int number, DateOnly decidedOn) => new(
        Officer, "虚构决定书载明其为负责人", "虚构组织的负责人", decidedOn.AddDays(7), ServiceMethod.Direct, $"虚构送达回证第{number}号",
        new ImportedStatement(StatementKind.Waived, decidedOn.AddDays(8), $"虚构笔录第{number}号"),
        decidedOn.AddDays(9), $"虚构列字第{number}号", "虚构", Approver);
}

using Blacklist.Api.Letters.Writing;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Letters;

/// <summary>An applicant whom a recorded check restricts, and the cases that do it, as they were when the check was answered.</summary>
internal sealed record RefusedApplicant(
    Guid CheckId, DateTimeOffset CheckedAt, DateOnly EffectiveOn, long LogPosition, int RuleSetVersion,
    string ApplicationReference, CheckPurpose Purpose, Organization Organization, Applicant Applicant, IReadOnlyList<RefusalGround> Grounds);

internal sealed record RefusalGround(GivenReason Reason, CaseFile Case);

/// <summary>A reason as the recorded answer has it.</summary>
/// <param name="MatchedBy">Type of the document that matched, or <see cref="Determination"/>.</param>
internal sealed record GivenReason(
    Verdict Effect, string ListingNumber, string Rule, string Basis, IssuerLevel BasisLevel, string MatchedBy, DateOnly? Until, bool Disputed)
{
    public const string Determination = "determination";
}

/// <summary>Explains to a person why a recorded check restricts them: basis and its level, facts, term, and how to contest.</summary>
internal sealed class RefusalLetters(ListingLetters listings, Authorities authorities, LetterWords words)
{
    private static readonly LetterTemplate Page = LetterTemplate.Load("refusal");

    public Letter Explain(RefusedApplicant refused) => new(Page.Fill(new
    {
        Head = new LetterHead(
            words["letter.refusal"],
            authorities.Of(refused.Organization.Region)?.Name ?? words["checkingAuthority"],
            LetterWords.Format("checkNumber", refused.CheckId),
            PersonText.Of(refused.Applicant.Identity, words),
            LetterWords.Day(LegalDate.At(refused.CheckedAt))),
        Question = new
        {
            refused.ApplicationReference,
            Purpose = LetterWords.Of(refused.Purpose),
            Organization = refused.Organization.Name.Original,
            Position = LetterWords.Of(refused.Applicant.Position),
        },
        EffectiveOn = LetterWords.Day(refused.EffectiveOn),
        refused.RuleSetVersion,
        refused.LogPosition,
        Listings = refused.Grounds.GroupBy(ground => ground.Reason.ListingNumber, (_, grounds) => Listing([.. grounds])),
    }));

    /// <summary>One listing with every rule under which it restricts the applicant.</summary>
    private object Listing(IReadOnlyList<RefusalGround> grounds)
    {
        var (reason, file) = (grounds[0].Reason, grounds[0].Case);
        return new
        {
            Case = ListingLetters.Case(file),
            Rules = grounds.Select(Rule),
            Match = reason.MatchedBy == GivenReason.Determination
                ? words["matchedBy.determination"]
                : LetterWords.Format("matchedBy.document", words["documentType." + reason.MatchedBy]),
            Facts = LetterWords.Paragraphs(file.Listing.Notice!.Facts),
            Listed = new { file.Listing.Entered!.DocumentNumber, On = LetterWords.Day(file.Listing.Entered.DecidedOn), file.Listing.Entered.Reasons },
            reason.Disputed,
            Contest = listings.Contest(file),
        };
    }

    private static object Rule(RefusalGround ground)
    {
        var (reason, file) = (ground.Reason, ground.Case);
        var rule = file.Rules.Find(reason.Rule);
        var isWhole = rule?.Term.EndsOn(file.Disposition.DecidedOn) == reason.Until;
        return new
        {
            Basis = rule is null ? reason.Basis : LetterWords.Basis(rule),
            Level = LetterWords.Of(reason.BasisLevel),
            IsPolicyDocument = reason.BasisLevel == IssuerLevel.PolicyDocument,
            From = LetterWords.Day(file.Disposition.DecidedOn),
            Term = isWhole && rule?.Term.Period is { } period ? LetterWords.Length(period) : null,
            Until = LetterWords.Day(reason.Until),
            TermNote = isWhole ? rule?.TermNote : null,
        };
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Letters.Writing;
using Blacklist.Api.Listings;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Letters;

/// <summary>Explains to a person why a recorded check restricts them: basis and its level, facts, term, and how to contest.</summary>
internal sealed class RefusalLetters(CaseFiles cases, ListingRows listings, IdentityVault vault, ListingLetters letters, Authorities authorities, LetterWords words)
{
    private static readonly LetterTemplate Page = LetterTemplate.Load("refusal");
    private static readonly JsonSerializerOptions GivenJson = new(EdgeJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <returns>Null when the check does not restrict the applicant.</returns>
    public async Task<Letter?> Explain(Guid checkId, RecordedCheck check, int applicantIndex, CancellationToken cancellation)
    {
        var answer = JsonSerializer.Deserialize<GivenAnswer>(check.Answer, GivenJson)!;
        if (answer.Applicants.ElementAtOrDefault(applicantIndex) is not { Verdict: Verdict.Restricted } given)
        {
            return null;
        }

        var question = Question(checkId, check);
        var grounds = new List<object>();
        foreach (var reason in given.Reasons.Where(reason => reason.Effect == Verdict.Restricted))
        {
            grounds.Add(await Ground(reason, answer.LogPosition, cancellation));
        }

        var applicant = question.Applicants[applicantIndex];
        return new Letter(Page.Fill(new
        {
            Head = Head(check.Region, checkId, applicant.Identity, answer.CheckedAt),
            Question = new
            {
                question.ApplicationReference,
                Purpose = LetterWords.Of(question.Purpose),
                Organization = question.Organization.Name.Original,
                Position = LetterWords.Of(applicant.Position),
            },
            EffectiveOn = LetterWords.Day(answer.EffectiveOn),
            answer.RuleSetVersion,
            answer.LogPosition,
            Grounds = grounds,
        }));
    }

    private async Task<object> Ground(GivenReason reason, long position, CancellationToken cancellation)
    {
        var listing = await listings.FindNumber(reason.ListingNumber, cancellation) ?? throw new InvalidOperationException("A recorded answer names a listing that is not there.");
        var file = (await cases.OfListing(listing.Id, position))!;
        var rule = file.Rules.Find(reason.Rule);
        return new
        {
            Case = ListingLetters.Case(file),
            Basis = rule is null ? reason.Basis : LetterWords.Basis(rule),
            Level = LetterWords.Of(reason.BasisLevel),
            IsPolicyDocument = reason.BasisLevel == Domain.Rules.IssuerLevel.PolicyDocument,
            Match = reason.MatchedBy == "determination"
                ? words["matchedBy.determination"]
                : LetterWords.Format("matchedBy.document", words["documentType." + reason.MatchedBy]),
            file.Listing.Notice!.Facts,
            Listed = new { file.Listing.Entered!.DocumentNumber, On = LetterWords.Day(file.Listing.Entered.DecidedOn), file.Listing.Entered.Reasons },
            From = LetterWords.Day(file.Disposition.DecidedOn),
            Term = rule?.Term.Period is { } period && rule.Term.EndsOn(file.Disposition.DecidedOn) == reason.Until ? LetterWords.Length(period) : null,
            Until = LetterWords.Day(reason.Until),
            rule?.TermNote,
            reason.Disputed,
            Contest = letters.Contest(file),
        };
    }

    private LetterHead Head(RegionCode region, Guid checkId, PersonIdentity applicant, DateTimeOffset checkedAt) => new(
        words["letter.refusal"], authorities.Of(region)?.Name ?? words["checkingAuthority"], checkId.ToString(), PersonText.Of(applicant, words),
        LetterWords.Day(LegalDate.At(checkedAt)));

    private EligibilityQuestion Question(Guid checkId, RecordedCheck check) =>
        JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(check.Question, checkId.ToByteArray()), EdgeJson.Options)!
            .Read(new FieldErrors(), DateOnly.MaxValue)!;

    /// <summary>What a letter needs of a recorded answer.</summary>
    private sealed record GivenAnswer(
        DateTimeOffset CheckedAt, DateOnly EffectiveOn, long LogPosition, int RuleSetVersion, IReadOnlyList<GivenApplicant> Applicants);

    private sealed record GivenApplicant(Verdict Verdict, IReadOnlyList<GivenReason> Reasons);

    private sealed record GivenReason(
        Verdict Effect, string ListingNumber, string Rule, string Basis, Domain.Rules.IssuerLevel BasisLevel, string MatchedBy, DateOnly? Until, bool Disputed);
}

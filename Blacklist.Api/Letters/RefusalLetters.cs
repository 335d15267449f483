using Blacklist.Api.Letters.Writing;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Letters;

/// <summary>Explains to a person why a recorded check restricts them: basis and its level, facts, term, and how to contest.</summary>
internal sealed class RefusalLetters(ListingLetters listings, Authorities authorities, LetterWords words)
{
    private static readonly LetterTemplate Page = LetterTemplate.Load("refusal");

    public Letter Explain(RefusedApplicant refused) => new(Page.Fill(new
    {
        Head = new LetterHead(
            words["letter.refusal"],
            authorities.Of(refused.Organization.Region)?.Name ?? words["checkingAuthority"],
            refused.CheckId.ToString(),
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
        Grounds = refused.Grounds.Select(Ground),
    }));

    private object Ground(RefusalGround ground)
    {
        var (reason, file) = (ground.Reason, ground.Case);
        var rule = file.Rules.Find(reason.Rule);
        return new
        {
            Case = ListingLetters.Case(file),
            Basis = rule is null ? reason.Basis : LetterWords.Basis(rule),
            Level = LetterWords.Of(reason.BasisLevel),
            IsPolicyDocument = reason.BasisLevel == IssuerLevel.PolicyDocument,
            Match = reason.MatchedBy == GivenReason.Determination
                ? words["matchedBy.determination"]
                : LetterWords.Format("matchedBy.document", words["documentType." + reason.MatchedBy]),
            file.Listing.Notice!.Facts,
            Listed = new { file.Listing.Entered!.DocumentNumber, On = LetterWords.Day(file.Listing.Entered.DecidedOn), file.Listing.Entered.Reasons },
            From = LetterWords.Day(file.Disposition.DecidedOn),
            Term = rule?.Term.Period is { } period && rule.Term.EndsOn(file.Disposition.DecidedOn) == reason.Until ? LetterWords.Length(period) : null,
            Until = LetterWords.Day(reason.Until),
            rule?.TermNote,
            reason.Disputed,
            Contest = listings.Contest(file),
        };
    }
}

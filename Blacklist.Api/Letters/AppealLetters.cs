using Blacklist.Api.Letters.Writing;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Letters;

/// <summary>The letters of an appeal: its decision, or that it is not taken up. Null where it has not come so far.</summary>
internal sealed class AppealLetters(ListingLetters listings)
{
    private static readonly LetterTemplate DecisionPage = LetterTemplate.Load("appeal-decision");
    private static readonly LetterTemplate RejectionPage = LetterTemplate.Load("appeal-rejection");

    /// <param name="file">As it stood when the appeal was decided or rejected.</param>
    public Letter? Decision(CaseFile file, AppealFile appeal)
    {
        if (appeal is not { Filed: { } filed, Decided: { } decided })
        {
            return null;
        }

        return new Letter(DecisionPage.Fill(new
        {
            Head = listings.Head(file, "letter.appeal", decided.DocumentNumber, decided.DecidedOn),
            Case = ListingLetters.Case(file),
            Appeal = Appeal(filed),
            AdmittedOn = LetterWords.Day(appeal.Admitted?.AdmittedOn),
            Hearings = appeal.Hearings.Select(hearing => new { On = LetterWords.Day(hearing.HeldOn), hearing.Attended }),
            Reasons = LetterWords.Paragraphs(decided.Reasons),
            IsContestable = decided.Remedy is Remedy.Maintain or Remedy.Vary,
            IsMaintained = decided.Remedy == Remedy.Maintain,
            IsDropped = decided.Remedy == Remedy.Drop,
            IsAnnulled = decided.Remedy == Remedy.Annul,
            IsRepaired = decided.Remedy == Remedy.Repair,
            IsVaried = decided.Remedy == Remedy.Vary,
            Restrictions = listings.Restrictions(decided.Remedy == Remedy.Vary ? Left(file, decided) : []),
            On = LetterWords.Day(decided.DecidedOn),
            Contest = listings.Contest(file),
        }));
    }

    public Letter? Rejection(CaseFile file, AppealFile appeal) => appeal is not { Filed: { } filed, Rejected: { } rejected }
        ? null
        : new Letter(RejectionPage.Fill(new
        {
            Head = listings.Head(file, "letter.rejection", rejected.DocumentNumber, rejected.RejectedOn),
            Case = ListingLetters.Case(file),
            Appeal = Appeal(filed),
            Reason = LetterWords.Paragraphs(rejected.Reason),
            Contest = listings.Contest(file),
        }));

    /// <summary>What the variation leaves.</summary>
    private static IReadOnlyList<Restriction> Left(CaseFile file, AppealDecided decided)
    {
        var varied = new ListingVaried(
            file.Listing.Proposal!.ListingId, decided.DecidedOn, decided.EndsOn, decided.Positions, decided.DocumentNumber, decided.Reasons, decided.By);
        return Restriction.On(decided.DecidedOn, file.Listing.Proposal!, file.Rules, ListingChanges.Evolve(file.Listing.Changes, varied));
    }

    private static object Appeal(AppealFiled filed) => new
    {
        filed.Number,
        filed.Document,
        Kind = LetterWords.Of(filed.Kind),
        Channel = LetterWords.Of(filed.Channel),
        ReceivedOn = LetterWords.Day(filed.ReceivedOn),
    };
}

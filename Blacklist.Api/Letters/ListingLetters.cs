using Blacklist.Api.Letters.Writing;
using Blacklist.Api.Reference;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Letters;

/// <summary>The letters of a listing: notice, decision, repair. Null where the case has not come so far.</summary>
internal sealed class ListingLetters(Authorities authorities, LetterWords words, Procedure procedure)
{
    private static readonly LetterTemplate NoticePage = LetterTemplate.Load("notice");
    private static readonly LetterTemplate DecisionPage = LetterTemplate.Load("decision");
    private static readonly LetterTemplate RepairPage = LetterTemplate.Load("repair");

    public Letter? Notice(CaseFile file)
    {
        var (proposal, notice) = (file.Listing.Proposal!, file.Listing.Notice);
        if ((notice?.Facts ?? proposal.Facts) is not { } facts || (notice?.Grounds ?? proposal.Grounds) is not { } grounds)
        {
            return null; // it tells facts and grounds, or nothing
        }

        return Fill(NoticePage, new
        {
            Head = Head(file, "letter.notice", LetterWords.Format("caseNumber", proposal.Number), notice?.AnnouncedOn ?? notice?.ServedOn),
            Case = Case(file),
            Facts = LetterWords.Paragraphs(facts),
            Grounds = LetterWords.Paragraphs(grounds),
            HasEvidence = proposal.Evidence is not [],
            Evidence = proposal.Evidence.Select(piece => new { piece.Title, piece.Reference }),
            Restrictions = Restrictions(Restriction.Intended(proposal, file.Rules)),
            Served = notice is null ? null : Served(notice),
            StatementPeriod = LetterWords.Length(procedure.StatementPeriod),
            Contact = Contest(file),
        });
    }

    public Letter? Decision(CaseFile file)
    {
        var listing = file.Listing;
        return listing switch
        {
            { Entered: { } entered } => Fill(DecisionPage, new
            {
                Head = Head(file, "letter.entered", entered.DocumentNumber, entered.DecidedOn),
                Case = Case(file),
                Facts = LetterWords.Paragraphs(listing.Notice!.Facts),
                Reasons = LetterWords.Paragraphs(entered.Reasons),
                Answer = Answer(listing),
                IsListed = true,
                Restrictions = Restrictions(Restriction.Intended(listing.Proposal!, file.Rules)),
                Contest = Contest(file),
            }),
            { Dropped: { } dropped } => Fill(DecisionPage, new
            {
                Head = Head(file, "letter.dropped", dropped.DocumentNumber, dropped.DecidedOn),
                Case = Case(file),
                Facts = LetterWords.Paragraphs(listing.Notice?.Facts ?? listing.Proposal!.Facts),
                Reasons = LetterWords.Paragraphs(dropped.Reasons),
                Answer = Answer(listing),
                IsListed = false,
                Restrictions = Array.Empty<RestrictionText>(),
                Contest = Contest(file),
            }),
            _ => null,
        };
    }

    public Letter? Repair(CaseFile file) => file.Listing.Repaired is not { } repaired
        ? null
        : Fill(RepairPage, new
        {
            Head = Head(file, "letter.repair", repaired.DocumentNumber, repaired.RepairedOn),
            Case = Case(file),
            Listed = new { file.Listing.Entered!.DocumentNumber, On = LetterWords.Day(file.Listing.Entered.DecidedOn) },
            Reason = LetterWords.Paragraphs(repaired.Reason),
            RepairedOn = LetterWords.Day(repaired.RepairedOn),
            Contest = Contest(file),
        });

    public LetterHead Head(CaseFile file, string title, string number, DateOnly? date) => new(
        words[title], authorities.Of(file.Region)?.Name ?? file.Disposition.Authority, number, PersonText.Of(file.Person, words), LetterWords.Day(date));

    public ContestText Contest(CaseFile file) => ContestText.Of(authorities.Of(file.Region), file.Disposition.Authority, procedure);

    public IReadOnlyList<RestrictionText> Restrictions(IEnumerable<Restriction> restrictions) =>
        [.. restrictions.Select(restriction => RestrictionText.Of(restriction, words))];

    /// <summary>The decision on the organization, and the person's part in it.</summary>
    public static object Case(CaseFile file) => new
    {
        file.Listing.Proposal!.Number,
        Organization = file.Organization.Name,
        file.Disposition.Authority,
        file.Disposition.DocumentNumber,
        DecidedOn = LetterWords.Day(file.Disposition.DecidedOn),
        Disposition = LetterWords.Of(file.Disposition.Kind),
        Part = LetterWords.Of(file.Listing.Proposal.Part),
    };

    private object Served(NoticeServed notice) => new
    {
        On = LetterWords.Day(notice.ServedOn),
        AnnouncedOn = LetterWords.Day(notice.AnnouncedOn),
        Method = LetterWords.Of(notice.Method),
        Deadline = DeadlineText.Of(notice.StatementPeriod, words),
    };

    private static object Answer(ListingFile listing) => new
    {
        IsHeard = listing.Statement is not null,
        NoticedOn = LetterWords.Day(listing.Notice?.ServedOn),
        AnsweredOn = listing.Statement is { Kind: StatementKind.Answered } answered ? LetterWords.Day(answered.ReceivedOn) : null,
        WaivedOn = listing.Statement is { Kind: StatementKind.Waived } waived ? LetterWords.Day(waived.ReceivedOn) : null,
    };

    private static Letter Fill<TContent>(LetterTemplate page, TContent content) => new(page.Fill(content));
}

using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Letters.Writing;

/// <summary>What every letter has: who writes it under which number to whom, and the day under it.</summary>
/// <param name="Date">Null before the day is known: a blank is printed to be filled in by hand.</param>
internal sealed record LetterHead(string Title, string Authority, string Number, PersonText Person, string? Date);

/// <summary>The person addressed.</summary>
/// <param name="Document">Type and the last four characters of the number; null when no document is known.</param>
internal sealed record PersonText(string Name, string? Document)
{
    /// <param name="identity">Null when the person was erased.</param>
    public static PersonText Of(PersonIdentity? identity, LetterWords words) => identity is null
        ? new PersonText(words["erased"], null)
        : new PersonText(identity.Name.Original, identity.Documents is [var document, ..] ? LetterWords.Document(document) : null);
}

/// <summary>A restriction in words.</summary>
/// <param name="IsPolicyDocument">It rests on no more than a policy document, and the letter says so.</param>
/// <param name="ReviewPositions">Positions that are looked at by a person; null for none.</param>
/// <param name="Term">Null when it is indefinite or was varied.</param>
/// <param name="Until">Null when it is indefinite.</param>
/// <param name="TermNote">Whose decision the term is, where the act names none.</param>
internal sealed record RestrictionText(
    string Basis, string Level, bool IsPolicyDocument, string Area, string Organizations, string Positions, string? ReviewPositions,
    string? Term, string From, string? Until, string? TermNote)
{
    public static RestrictionText Of(Restriction restriction, LetterWords words)
    {
        var (rule, bars) = (restriction.Rule, restriction.Rule.Bars);
        var isWhole = restriction.Until == rule.Term.EndsOn(restriction.From);
        return new RestrictionText(
            LetterWords.Basis(rule), LetterWords.Of(rule.Level), rule.Level == IssuerLevel.PolicyDocument, words.Area(bars.Region),
            LetterWords.Organizations(bars), LetterWords.List(restriction.Positions.Select(LetterWords.Of)),
            restriction.ReviewPositions is [] ? null : LetterWords.List(restriction.ReviewPositions.Select(LetterWords.Of)),
            isWhole && rule.Term.Period is { } period ? LetterWords.Length(period) : null,
            LetterWords.Day(restriction.From), LetterWords.Day(restriction.Until), isWhole ? rule.TermNote : null);
    }
}

/// <summary>Until when, and why until then.</summary>
internal sealed record DeadlineText(
    string Period, string Start, string Due, IReadOnlyList<OccasionText> Skipped, IReadOnlyList<OccasionText> MakeUpDays, string CalendarVersion)
{
    public static DeadlineText Of(Deadline deadline, LetterWords words) => new(
        LetterWords.Length(deadline.Period), LetterWords.Day(deadline.Start), LetterWords.Day(deadline.Due),
        OccasionText.Of(deadline.Skipped.Select(skipped => (skipped.Day, skipped.Occasion ?? words["weekend"]))),
        OccasionText.Of(deadline.MakeUpDays.Select(makeUp => (makeUp.Day, makeUp.Occasion))),
        deadline.CalendarVersion);
}

/// <summary>A day, or several in a row, with what they are.</summary>
internal sealed record OccasionText(string Days, string Occasion)
{
    public static IReadOnlyList<OccasionText> Of(IEnumerable<(DateOnly Day, string Occasion)> days)
    {
        var rows = new List<(DateOnly First, DateOnly Last, string Occasion)>();
        foreach (var (day, occasion) in days)
        {
            if (rows is [.., var last] && last.Occasion == occasion && last.Last.AddDays(1) == day)
            {
                rows[^1] = last with { Last = day };
            }
            else
            {
                rows.Add((day, day, occasion));
            }
        }

        return [.. rows.Select(row => new OccasionText(Span(row.First, row.Last), row.Occasion))];
    }

    private static string Span(DateOnly first, DateOnly last) =>
        first == last ? LetterWords.Day(first) : LetterWords.Format("days", LetterWords.Day(first), LetterWords.Day(last));
}

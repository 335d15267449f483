using System.Globalization;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;

namespace Blacklist.Api.Console.Overview;

/// <summary>The part of an address that narrows listings in force by their basis or by the end of their terms.</summary>
/// <param name="Basis">Id of a rule; <see cref="None"/> where none applies.</param>
/// <param name="Ends">A month, <c>2027-04</c>; a month and all after it, <c>2028-11..</c>; or <see cref="Never"/>.</param>
internal sealed record TermQuery(string? Basis, string? Ends)
{
    public const string None = "none";
    public const string Never = "never";

    private const string Month = "yyyy-MM";
    private const string Later = "..";

    public bool IsEmpty => string.IsNullOrEmpty(Basis) && string.IsNullOrEmpty(Ends);

    public static string In(DateOnly month) => month.ToString(Month);

    public static string From(DateOnly month) => In(month) + Later;

    public bool Includes(ListingTerm term, ListingTerms terms) => IsOfBasis(term, terms) && IsOfEnd(terms.LastDayOf(term));

    private bool IsOfBasis(ListingTerm term, ListingTerms terms) =>
        string.IsNullOrEmpty(Basis) || (Basis == None ? terms.BasesOf(term).Count == 0 : terms.BasesOf(term).Any(rule => rule.Id == Basis));

    private bool IsOfEnd(DateOnly? lastDay) => string.IsNullOrEmpty(Ends)
        || (Ends == Never ? lastDay is null : FirstOf(Ends) is { } first && lastDay >= first && (Ends.EndsWith(Later, StringComparison.Ordinal) || lastDay < first.AddMonths(1)));

    /// <summary>In words, for who sees a part of a list.</summary>
    public IEnumerable<string> Told(Func<string, string?> titleOf, PageText texts)
    {
        if (!string.IsNullOrEmpty(Basis))
        {
            yield return Basis == None ? texts["overview.noBasis"] : titleOf(Basis) ?? Basis;
        }

        if (!string.IsNullOrEmpty(Ends))
        {
            yield return Ends == Never ? texts["overview.noEnd"]
                : texts[Ends.EndsWith(Later, StringComparison.Ordinal) ? "overview.endsFrom" : "overview.endsIn", Ends.Replace(Later, "", StringComparison.Ordinal)];
        }
    }

    private static DateOnly? FirstOf(string ends) =>
        DateOnly.TryParseExact(ends.Replace(Later, "", StringComparison.Ordinal), Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year < DateOnly.MaxValue.Year
            ? first
            : null;
}

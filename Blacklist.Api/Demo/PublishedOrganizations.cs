using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using CsvHelper;

namespace Blacklist.Api.Demo;

/// <summary>An organization with everything that was published about it, in the order of the files.</summary>
internal sealed record PublishedOrganization(string Name, IReadOnlyList<PublishedFact> Facts);

/// <summary>One row of a published notice.</summary>
/// <param name="Batch">The published batch, or for a revocation its reason.</param>
/// <param name="DispositionText">As published; may say more than the classification, such as a closed web site.</param>
/// <param name="Category">A keyword classification of our own; null for lawful organizations.</param>
/// <param name="Source">The page the row was taken from.</param>
internal sealed record PublishedFact(
    string Batch,
    string Authority,
    PartialDate PublishedOn,
    string DispositionText,
    PublishedDisposition Disposition,
    string? Category,
    string Source);

/// <summary>Reads the organizations named in public notices. Several rows of one name are several facts about one organization.</summary>
internal static class PublishedOrganizations
{
    /// <summary>Organizations that were listed, warned of or banned as illegal.</summary>
    public static IReadOnlyList<PublishedOrganization> ReadIllegal() =>
        Read("illegal-organizations.csv", row => FactOf(row, "batch", row.GetString("category")));

    /// <summary>Lawful organizations whose registration was revoked; never to be shown as illegal.</summary>
    public static IReadOnlyList<PublishedOrganization> ReadRevoked() =>
        Read("revoked-organizations.csv", row => FactOf(row, "reason", null));

    private static List<PublishedOrganization> Read(string file, Func<CsvReader, PublishedFact> factOf) =>
        [.. ReferenceFile.ReadRows(file, row => (Name: row.GetString("name"), Fact: factOf(row)))
            .GroupBy(row => row.Name, row => row.Fact, StringComparer.Ordinal)
            .Select(facts => new PublishedOrganization(facts.Key, [.. facts]))];

    private static PublishedFact FactOf(CsvReader row, string batchColumn, string? category) => new(
        row.GetString(batchColumn),
        row.GetString("authority"),
        DateOf(row.GetString("date")),
        row.GetString("disposition"),
        PublishedDispositions.Of(row.GetString("disposition")),
        category,
        row.GetString("source"));

    private static PartialDate DateOf(string text) =>
        PartialDate.Parse(text).Is(out var date, out var problem) ? date : throw new InvalidDataException($"'{text}': {problem.Meaning}");
}

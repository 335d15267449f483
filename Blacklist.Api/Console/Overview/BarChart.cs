namespace Blacklist.Api.Console.Overview;

/// <summary>A table whose rows show their numbers as bars as well: text and picture are one (ADR 0031).</summary>
/// <param name="Key">Of the heading's words; names the section, too.</param>
/// <param name="Label">Key of the words above the rows' labels.</param>
/// <param name="Series">Keys of the words above the numbers, each with the tone of its bar.</param>
internal sealed record BarChart(string Key, string Label, IReadOnlyList<(string Key, string Tone)> Series, IReadOnlyList<BarRow> Rows)
{
    /// <summary>Key of the words above the notes; null where there are none.</summary>
    public string? NoteLabel { get; init; }

    /// <summary>The longest bar is as wide as its place.</summary>
    private long Longest => Math.Max(1, Rows.Select(row => row.Counts.Sum()).DefaultIfEmpty().Max());

    /// <returns>Begin and width of each part, in hundredths of the place.</returns>
    public IEnumerable<(string Tone, string X, string Width)> Parts(BarRow row)
    {
        var (x, longest) = (0.0, Longest);
        for (var part = 0; part < row.Counts.Count; part++)
        {
            var width = row.Counts[part] * 100.0 / longest;
            yield return (Series[part].Tone, Number(x), Number(width));
            x += width;
        }
    }

    private static string Number(double value) => FormattableString.Invariant($"{value:0.##}");
}

/// <param name="Counts">One of each series.</param>
/// <param name="Addresses">Of the rows that are counted, one of each series; null where no page shows them.</param>
internal sealed record BarRow(string Label, IReadOnlyList<long> Counts, IReadOnlyList<string?> Addresses)
{
    public BarRow(string label, IReadOnlyList<long> counts, string? address)
        : this(label, counts, [address])
    {
    }

    public string? Note { get; init; }
}

using System.Globalization;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Reference;

/// <summary>Reads <c>regions.csv</c> (one row a code) and <c>regions-history.csv</c> (the names of codes that had several).</summary>
internal static class RegionsFile
{
    public static RegionCatalogue Read() => new(
        ReferenceFile.ReadRows("regions.csv", row =>
            new Region(CodeOf(row.GetString("code")), row.GetString("name"), StatusOf(row.GetString("status")))),
        ReferenceFile.ReadRows("regions-history.csv", row => new RegionName(
            CodeOf(row.GetString("code")), row.GetString("name"), First(row.GetString("start_year")), Last(row.GetString("end_year")))))
    {
        Succession = ReadSuccession(),
    };

    /// <summary>From the years in which each code was in the lists.</summary>
    public static RegionSuccession ReadSuccession() => new(ReferenceFile.ReadRows("regions.csv", row => new RegionLife(
        CodeOf(row.GetString("code")), row.GetString("name"), StatusOf(row.GetString("status")),
        First(row.GetString("start_year")), Last(row.GetString("end_year")))));

    private static RegionCode CodeOf(string text) =>
        RegionCode.Parse(text).Value ?? throw new InvalidDataException($"'{text}' in the regions is no region code.");

    private static RegionStatus StatusOf(string text) =>
        Enum.Parse<RegionStatus>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    // A change somewhere between two lists is written 2021-2023: both names may hold in each of these years.
    private static int? First(string years) => years is "" ? null : YearOf(years[..4]);

    private static int? Last(string years) => years is "" ? null : YearOf(years[^4..]);

    private static int YearOf(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

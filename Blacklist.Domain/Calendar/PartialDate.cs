using System.Globalization;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>A date as far as a source gives it: a day, a month, a year, or nothing.</summary>
public sealed record PartialDate
{
    public static readonly Refusal Format =
        new("partial_date_format", "A date is yyyy, yyyy-MM or yyyy-MM-dd, or empty when it is not known.");

    private PartialDate(string text, DateOnly? earliest, DateOnly? latest) => (Text, Earliest, Latest) = (text, earliest, latest);

    public static PartialDate Unknown { get; } = new("", null, null);

    /// <summary>As the source has it; empty when unknown.</summary>
    public string Text { get; }

    /// <summary>The first day it can mean; null when unknown.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The last day it can mean; null when unknown.</summary>
    public DateOnly? Latest { get; }

    /// <summary>The day, when the source gives one.</summary>
    public DateOnly? Day => Earliest == Latest ? Earliest : null;

    public static Parsed<PartialDate> Parse(string text) => text.Length switch
    {
        0 => Unknown,
        4 when Read($"{text}-01-01") is { } first => new PartialDate(text, first, first.AddYears(1).AddDays(-1)),
        7 when Read($"{text}-01") is { } first => new PartialDate(text, first, first.AddMonths(1).AddDays(-1)),
        10 when Read(text) is { } day => new PartialDate(text, day, day),
        _ => Format,
    };

    public override string ToString() => Text;

    private static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

using System.Globalization;

namespace Blacklist.Api.Console.Histories;

/// <summary>Moments as people here read them: in the time of Asia/Shanghai, to the minute.</summary>
internal static class Moments
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static string Text(DateTimeOffset moment) => moment.ToOffset(Shanghai).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

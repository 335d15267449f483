using Blacklist.Domain.Identity;

namespace Blacklist.Tests;

/// <summary>Valid resident numbers that belong to nobody: region 70xxxx, all born on 31 December 1985.</summary>
internal static class ResidentIds
{
    public const string Zhang = "70000019851231003X";

    /// <summary>Different for every index below ten million.</summary>
    public static string Of(int index) => ResidentId.WithCheckDigit($"70{index / 1000:0000}19851231{index % 1000:000}");
}

using System.Diagnostics.CodeAnalysis;

namespace Blacklist.Api.Security.Sessions;

/// <summary>Where somebody asks to be led back to.</summary>
internal static class OwnAddress
{
    /// <summary>A path of this site: <c>//host</c> and <c>/\host</c> lead elsewhere, also with a tab or an end of line in them, which browsers leave out.</summary>
    public static bool Is([NotNullWhen(true)] string? address) => address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);
}

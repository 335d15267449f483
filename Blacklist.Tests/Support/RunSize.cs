namespace Blacklist.Tests;

/// <summary>
/// How much a test of many nodes or many deaths does: as much as fits the suite, or in full:
/// <c>FULL_SIZE=1 dotnet test -c Release --filter FullyQualifiedName~Nodes --logger "console;verbosity=detailed"</c>.
/// </summary>
internal static class RunSize
{
    public static int Of(int suite, int full) => Environment.GetEnvironmentVariable("FULL_SIZE") is "1" ? full : suite;
}

namespace Blacklist.Tests;

/// <summary>A data folder for service processes; whatever still works in it at the end is killed.</summary>
internal sealed class TemporaryDataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("blacklist-data-").FullName;

    public string Cluster => System.IO.Path.Combine(Path, "postgres");

    public void Dispose()
    {
        PostgresProcess.Kill9(Cluster);
        Directory.Delete(Path, recursive: true);
    }
}

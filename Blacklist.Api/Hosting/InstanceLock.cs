namespace Blacklist.Api.Hosting;

/// <summary>One instance per data folder. The operating system drops the lock with the process, however that ends.</summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream held;

    private InstanceLock(FileStream held) => this.held = held;

    public static InstanceLock Take(DataFolder folder)
    {
        try
        {
            var file = new FileStream(folder.File("instance.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(folder.File("instance.pid"), Environment.ProcessId.ToString());
            return new InstanceLock(file);
        }
        catch (IOException taken)
        {
            throw new StartProblem(
                $"Another instance (process {Holder(folder)}) already works on the data folder {folder.Path}: stop it, or set Registry__DataFolder to another folder.", taken);
        }
    }

    /// <summary>Whether another instance holds the folder now.</summary>
    public static bool IsTaken(DataFolder folder)
    {
        try
        {
            using var probe = new FileStream(folder.File("instance.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => held.Dispose();

    private static string Holder(DataFolder folder) =>
        File.Exists(folder.File("instance.pid")) ? File.ReadAllText(folder.File("instance.pid")) : "unknown";
}

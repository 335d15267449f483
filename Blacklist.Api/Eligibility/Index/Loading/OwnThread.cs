namespace Blacklist.Api.Eligibility.Index.Loading;

/// <summary>For work that waits without giving up its thread: it takes none from those who answer.</summary>
internal static class OwnThread
{
    public static Task Run(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public static Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

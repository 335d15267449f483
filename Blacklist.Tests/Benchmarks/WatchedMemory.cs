using System.Collections.Concurrent;

namespace Blacklist.Tests.Benchmarks;

/// <summary>What a process had of memory while this watched it, in MB.</summary>
internal sealed class WatchedMemory : IDisposable
{
    private readonly ConcurrentQueue<double> _seen = new();
    private readonly Timer _timer;

    public WatchedMemory(int processId) =>
        _timer = new Timer(_ => _seen.Enqueue(Machine.Megabytes(processId)), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));

    public double Most => _seen.Max();

    /// <summary>The median: between two collections of garbage it goes up and down.</summary>
    public double Usual => Median.Of(_seen);

    public void Dispose() => _timer.Dispose();
}

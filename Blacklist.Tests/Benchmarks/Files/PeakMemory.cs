namespace Blacklist.Tests.Benchmarks.Files;

/// <summary>The most a process had of memory while this watched it.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private double _megabytes;

    public PeakMemory(int processId) =>
        _timer = new Timer(_ => _megabytes = Math.Max(_megabytes, Machine.Megabytes(processId)), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));

    public double Megabytes => _megabytes;

    public void Dispose() => _timer.Dispose();
}

namespace Blacklist.Api.Eligibility.Lane;

/// <summary>
/// What many threads leave for one, which takes all of it at once and sleeps while there is nothing. It is woken once, not for each of them, and nobody
/// spins meanwhile: a core that spins is missing to PostgreSQL.
/// </summary>
/// <param name="most">That may lie here; what comes then is not taken.</param>
internal sealed class Handover<T>(int most)
{
    private readonly Queue<T> _waiting = new();
    private bool _isTakerAsleep;
    private bool _isClosed;

    /// <returns>False when there is no room, or nobody takes any more.</returns>
    public bool TryAdd(T item)
    {
        lock (_waiting)
        {
            if (_isClosed || _waiting.Count >= most)
            {
                return false;
            }

            _waiting.Enqueue(item);
            Wake();
            return true;
        }
    }

    /// <summary>What lies here is still taken.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _isClosed = true;
            Wake();
        }
    }

    /// <summary>Waits until there is something, and takes it in the order it came.</summary>
    /// <returns>False when nothing is left and nothing will come.</returns>
    public bool Take(List<T> taken, int atMost)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isClosed)
            {
                _isTakerAsleep = true;
                Monitor.Wait(_waiting);
            }

            taken.Clear();
            while (taken.Count < atMost && _waiting.TryDequeue(out var item))
            {
                taken.Add(item);
            }

            return taken.Count > 0;
        }
    }

    private void Wake()
    {
        if (_isTakerAsleep)
        {
            _isTakerAsleep = false;
            Monitor.Pulse(_waiting);
        }
    }
}

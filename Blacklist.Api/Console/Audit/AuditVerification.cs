using Blacklist.Api.Audit.Verification;

namespace Blacklist.Api.Console.Audit;

/// <summary>What a verification found, and when.</summary>
internal sealed record Verified(AuditFinding Finding, DateTimeOffset At);

/// <summary>Verifies the audit when somebody asks for it, once at a time on this node, and keeps what was found last.</summary>
internal sealed class AuditVerification(AuditVerifier verifier, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Null since the node started.</summary>
    public Verified? Last { get; private set; }

    /// <summary>Whoever asks while it runs waits for the same finding.</summary>
    public async Task<Verified> Run(CancellationToken cancellation)
    {
        var before = Last;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (Last is not { } found || found == before)
            {
                Last = found = new Verified(await verifier.Run(cancellation), time.GetUtcNow());
            }

            return found;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}

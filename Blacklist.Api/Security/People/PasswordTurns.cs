using System.Diagnostics.CodeAnalysis;

namespace Blacklist.Api.Security.People;

/// <summary>Stretching a password is work that anybody can ask for: it may not take every core.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class PasswordTurns
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <param name="hash">Null for nobody: wrong, at the same cost.</param>
    public async Task<bool> Matches(string? hash, string password, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return Passwords.Matches(hash, password);
        }
        finally
        {
            _turns.Release();
        }
    }
}

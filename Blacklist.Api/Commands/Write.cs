using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Commands;

/// <summary>Who asks for a write, on which day, under which key, resting on which version. Bound as parameters of the endpoint.</summary>
internal sealed record Write(Caller Caller, IdempotencyKey Key, IfMatch IfMatch, HttpRequest Request, TimeProvider Time)
{
    public ClerkId By => Caller.Clerk;

    /// <summary>Everything is decided as it would be, and nothing is recorded: the answer shows what would come of it.</summary>
    public bool IsRehearsal { get; init; }

    public DateOnly Today { get; } = LegalDate.At(Time.GetUtcNow());

    /// <summary>What makes two requests the same one: method, path and body.</summary>
    public byte[] Fingerprint(ReadOnlySpan<byte> body) =>
        [.. System.Text.Encoding.UTF8.GetBytes($"{Request.Method} {Request.Path}\n"), .. body];
}

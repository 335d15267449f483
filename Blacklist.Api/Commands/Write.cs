using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Commands;

/// <summary>Who asks for a write, under which key, resting on which version. Bound as parameters of the endpoint.</summary>
internal sealed record Write(Caller Caller, IdempotencyKey Key, IfMatch IfMatch, HttpRequest Request)
{
    public ClerkId By => Caller.Clerk;

    /// <summary>What makes two requests the same one: method, path and body.</summary>
    public byte[] Fingerprint(ReadOnlySpan<byte> body) =>
        [.. System.Text.Encoding.UTF8.GetBytes($"{Request.Method} {Request.Path}\n"), .. body];
}

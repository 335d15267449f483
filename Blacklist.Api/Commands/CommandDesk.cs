using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Commands;

/// <summary>Load, decide, append: with the caller's key a repeated request is answered again, and a decision on a state that moved is made anew.</summary>
internal sealed class CommandDesk(EventStore log, IdentityVault vault)
{
    private const int MostTries = 8;

    /// <param name="fields">What is wrong with the request; with anything in it nothing is decided.</param>
    public async Task<IResult> Answer(Write write, ReadOnlyMemory<byte> body, FieldErrors fields, Func<Attempt, Task<Step>> decide)
    {
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var mac = vault.Mac(write.Fingerprint(body.Span));
        if (await Earlier(write, mac) is { } given)
        {
            return given;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var step = await decide(new Attempt(log, write));
            if (step.Result is { } refusal)
            {
                // The same request may have been carried out meanwhile: then what it met is its own doing, and its answer stands.
                return await Earlier(write, mac) ?? refusal;
            }

            if (write.IsRehearsal)
            {
                return step.Answer!;
            }

            switch (await log.Append(Request(write, mac, step)))
            {
                case AppendResult.Appended:
                    return step.Answer!;
                case AppendResult.AlreadyAnswered already:
                    return Again(already.Answer);
                case AppendResult.KeyUsedOtherwise:
                    return Problems.IdempotencyKeyReused();
                case AppendResult.VersionConflict conflict when write.IfMatch.Version is not null:
                    return Problems.VersionConflict(conflict.Actual);
            }
        }

        return Problems.Overloaded();
    }

    /// <summary>What the caller's key was answered before, if it was used.</summary>
    private async Task<IResult?> Earlier(Write write, byte[] mac) =>
        await log.FindAnswer(write.Caller.Subject, vault.Mac(write.Key.Value)) is not { } given ? null
        : given.RequestMac.AsSpan().SequenceEqual(mac) ? Again(given)
        : Problems.IdempotencyKeyReused();

    private AppendRequest Request(Write write, byte[] mac, Step step) => new(step.Streams, write.Caller.Subject)
    {
        SideRows = step.SideRows,
        Answer = new KeyedAnswer(
            write.Caller.Subject, vault.Mac(write.Key.Value), mac, step.Answer!.StatusCode, step.Answer.Location, step.Answer.Body.ToArray()),
    };

    private static Answer Again(KeyedAnswer given) => new(given.StatusCode, given.Body) { Location = given.Location };
}

using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Callers;

/// <summary>Commands on a caller that has asked something, and whose regions are those of the administrator.</summary>
internal sealed class CallerDesk(CommandDesk desk, CallerRows callers)
{
    public async Task<IResult> Answer(
        string caller, Body<CallerAccessRequest> body, Write write, Func<CallerAccess, string, Outcome> decide, CancellationToken cancellation)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 1000);
        if (await callers.Find(caller, write.Caller.Regions, write.Today, cancellation) is null)
        {
            return Problems.NotFound();
        }

        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var access = await attempt.Load(CallerAccess.Stream, CallerAccess.IdOf(new ClerkId(caller)));
            return attempt.Record(access, decide(access.State, reason), (state, version) => Http.Answer.Ok(new CallerAccessAnswer(caller, state.Pause is not null, version)));
        });
    }
}

/// <summary>A caller after a command.</summary>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record CallerAccessAnswer(string Caller, bool Paused, long Version);

using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Callers;

/// <param name="Reason">Without names or numbers of persons.</param>
internal sealed record CallerAccessRequest(string Reason);

internal static class PauseCallerEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder callers) => callers.MapPost("/{caller}/pause", Handle)
        .Summary("Stop answering a caller", "Whatever it asks is refused (`caller_paused`) until another administrator resumes it; on all nodes within two seconds.")
        .PathExample("caller", "demo-system")
        .Example("""{ "reason": "设备遗失，等待更换密钥" }""")
        .Answers<CallerAccessAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(PauseCaller.Refusals);

    public static Task<IResult> Handle(
        string caller, Body<CallerAccessRequest> body, [AsParameters] Write write, CallerDesk desk, CancellationToken cancellation) => desk.Answer(
            caller, body, write, (access, reason) => PauseCaller.Decide(access, new PauseCaller(new ClerkId(caller), PauseCause.Administrator, null, null, reason, write.By)), cancellation);
}

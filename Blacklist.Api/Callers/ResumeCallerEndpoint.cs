using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Callers;

internal static class ResumeCallerEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder callers) => callers.MapPost("/{caller}/resumption", Handle)
        .Summary("Answer a caller again", "An administrator has looked into it; never the caller itself. What it asked before counts no more against it.")
        .PathExample("caller", "demo-system")
        .Example("""{ "reason": "经核实为集中换届核查" }""")
        .Answers<CallerAccessAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(ResumeCaller.Refusals);

    public static Task<IResult> Handle(
        string caller, Body<CallerAccessRequest> body, [AsParameters] Write write, CallerDesk desk, CancellationToken cancellation) => desk.Answer(
            caller, body, write, (access, reason) => ResumeCaller.Decide(access, new ResumeCaller(new ClerkId(caller), reason, write.By)), cancellation);
}

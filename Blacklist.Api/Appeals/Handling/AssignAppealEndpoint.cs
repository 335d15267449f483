using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Appeals.Handling;

/// <param name="AssignedTo">Subject of the token of whoever is to decide.</param>
internal sealed record AssignAppealRequest(string AssignedTo);

internal static class AssignAppealEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/assignment", Handle)
        .Summary("Assign an appeal", "To somebody who took no part in the listing: neither proposed it, nor served its notice, nor decided it. Nobody else can decide the appeal.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000094")
        .Example("""{ "assignedTo": "demo-appeals-administrator" }""")
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(AssignAppeal.Refusals);

    public static Task<IResult> Handle(Guid id, Body<AssignAppealRequest> body, [AsParameters] Write write, AppealDesk desk)
    {
        var fields = new FieldErrors();
        var command = new AssignAppeal(new ClerkId(fields.Text("assignedTo", body.Value.AssignedTo, 200)), write.By);
        return desk.Change(write, body.Bytes, fields, id, (appeal, listing) => AssignAppeal.Decide(appeal, listing, command));
    }
}

using System.Text.Json.Nodes;
using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>Somebody who took no part in the listing has it from now on.</summary>
[Requires(Permission.HandleAppeals)]
internal sealed class AssignAppealModel(FormDesk desk, AppealReader reader, AppealDesk appeals, AppealHandlerRows handlers) : AppealPage<AssignAppealRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<AssignAppealRequest> body, Write write) => AssignAppealEndpoint.Handle(Id, body, write, appeals);

    /// <summary>Everybody who may have it, by name; with an outside issuer nobody is known here, and the account is typed.</summary>
    protected override async Task<Dictionary<string, IReadOnlyList<Offer>>> Offers()
    {
        var appeal = (await Reader.Log.Load(Id)).Fold(Appeal.Initial, Appeal.Evolve);
        var listing = (await Reader.Log.Load(appeal.ListingId.Value)).Fold(Listing.Initial, Listing.Evolve);
        var able = await handlers.Of(appeal.Region, HttpContext.RequestAborted);
        return new()
        {
            ["assignedTo"] =
            [
                .. able.Where(handler => !listing.Participants.Contains(new ClerkId(handler.Account)))
                    .Select(handler => new Offer(handler.Account, Texts["assignAppeal.handler", handler.Name, handler.Department])),
            ],
        };
    }

    /// <summary>Most take it themselves.</summary>
    protected override Task<JsonObject> Opened() => Task.FromResult(new JsonObject { ["assignedTo"] = Caller.Subject });
}

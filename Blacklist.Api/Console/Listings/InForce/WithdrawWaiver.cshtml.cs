using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;
using Blacklist.Domain.Listings.InForce;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>收回豁免: the listing bars from these organizations as from any other.</summary>
[Requires(Permission.ChangeListings)]
internal sealed class WithdrawWaiverModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<WithdrawWaiverRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<WithdrawWaiverRequest> body, Write write) => WithdrawWaiverEndpoint.Handle(Id, WaiverId, body, write, listings);

    [FromRoute]
    public Guid WaiverId { get; set; }

    protected override IReadOnlyList<Shown>? About(ListingRow row, EventStream stream) =>
        stream.Events.Select(recorded => recorded.Data).OfType<ListingWaived>().FirstOrDefault(waiver => waiver.WaiverId == WaiverId) is { } waived
            ? [new(Texts["field.organizations"], string.Join(Texts["list.separator"], waived.Organizations))]
            : null;
}

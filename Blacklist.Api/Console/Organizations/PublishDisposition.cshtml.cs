using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Organizations;

/// <summary>公开: a decision comes on the public list.</summary>
[Requires(Permission.PublishDispositions)]
internal sealed class PublishDispositionModel(FormDesk desk, BannedOrganizationRows organizations, EventStore log, CommandDesk commands)
    : DispositionPage<PublishDispositionRequest>(desk, organizations, log)
{
    protected override Task<IResult> Send(Body<PublishDispositionRequest> body, Write write) =>
        PublishDispositionEndpoint.Handle(Id, DispositionId, body, write, commands);
}

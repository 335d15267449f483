using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Organizations;

/// <summary>撤回: a decision leaves the public list.</summary>
[Requires(Permission.PublishDispositions)]
internal sealed class WithdrawPublicationModel(FormDesk desk, BannedOrganizationRows organizations, EventStore log, CommandDesk commands)
    : DispositionPage<WithdrawPublicationRequest>(desk, organizations, log)
{
    protected override Task<IResult> Send(Body<WithdrawPublicationRequest> body, Write write) =>
        WithdrawPublicationEndpoint.Handle(Id, DispositionId, body, write, commands);
}

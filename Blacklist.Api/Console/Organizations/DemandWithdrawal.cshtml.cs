using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Organizations;

/// <summary>变更: a published decision was changed, so that it must leave the public list.</summary>
[Requires(Permission.PublishDispositions)]
internal sealed class DemandWithdrawalModel(FormDesk desk, BannedOrganizationRows organizations, EventStore log, CommandDesk commands, WithdrawalTerms terms)
    : DispositionPage<DemandWithdrawalRequest>(desk, organizations, log)
{
    protected override Task<IResult> Send(Body<DemandWithdrawalRequest> body, Write write) =>
        DemandWithdrawalEndpoint.Handle(Id, DispositionId, body, write, commands, terms);
}

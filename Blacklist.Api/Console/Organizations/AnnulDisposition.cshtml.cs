using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Organizations;

/// <summary>An authority or a court annulled a decision.</summary>
[Requires(Permission.RecordDispositions)]
internal sealed class AnnulDispositionModel(FormDesk desk, BannedOrganizationRows organizations, EventStore log, CommandDesk commands, WithdrawalTerms terms)
    : DispositionPage<AnnulDispositionRequest>(desk, organizations, log)
{
    protected override Task<IResult> Send(Body<AnnulDispositionRequest> body, Write write) =>
        AnnulDispositionEndpoint.Handle(Id, DispositionId, body, write, commands, terms);
}

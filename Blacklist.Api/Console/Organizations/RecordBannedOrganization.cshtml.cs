using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Organizations;

/// <summary>Makes an organization known, before or with the decision on it.</summary>
[Requires(Permission.RecordOrganizations)]
internal sealed class RecordBannedOrganizationModel(FormDesk desk, CommandDesk commands) : CommandPage<RecordBannedOrganizationRequest>(desk)
{
    protected override Task<FormSubject?> Find() =>
        Task.FromResult<FormSubject?>(new FormSubject(Texts["nav.cases.organizations"], "/console/organizations", []));

    protected override Task<IResult> Send(Body<RecordBannedOrganizationRequest> body, Write write) => RecordBannedOrganizationEndpoint.Handle(body, write, commands);

    protected override string Next(Answer answer) => $"/console/organizations/{Read<RecordedOrganization>(answer).Id}";

    protected override Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() =>
        Task.FromResult<Dictionary<string, IReadOnlyList<Offer>>>(new() { ["region"] = RegionOffers.Of(Desk.Regions, Caller.Regions) });
}

using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Organizations;

/// <summary>A command on one organization of the clerk's regions.</summary>
internal abstract class OrganizationPage<TRequest>(FormDesk desk, BannedOrganizationRows organizations, EventStore log) : CommandPage<TRequest>(desk)
    where TRequest : class
{
    [FromRoute]
    public Guid Id { get; set; }

    protected string Address => $"/console/organizations/{Id}";

    protected override async Task<FormSubject?> Find() =>
        await organizations.Find(Id, HttpContext.RequestAborted) is { } found && Caller.Covers(found.Organization.Region) && About(found) is { } facts
            ? new FormSubject(found.Organization.Name, Address, facts, await log.Load(Id))
            : null;

    /// <returns>Null where the organization has nothing that the command could be about.</returns>
    protected virtual IReadOnlyList<Shown>? About(BannedOrganizationDetails found) =>
        [new(Texts["organization.region"], Desk.Regions.NameOf(found.Organization.Region) ?? found.Organization.Region.Value)];

    protected override string Next(Answer answer) => Address;
}

/// <summary>A command on one of the decisions on an organization.</summary>
internal abstract class DispositionPage<TRequest>(FormDesk desk, BannedOrganizationRows organizations, EventStore log)
    : OrganizationPage<TRequest>(desk, organizations, log)
    where TRequest : class
{
    [FromRoute]
    public Guid DispositionId { get; set; }

    protected override IReadOnlyList<Shown>? About(BannedOrganizationDetails found) =>
        found.Dispositions.FirstOrDefault(disposition => disposition.Id == DispositionId) is not { } of
            ? null
            :
            [
                new(Texts["organization.decision"], Texts.Of(of.Kind)),
                new(Texts["field.documentNumber"], of.DocumentNumber),
                new(Texts["field.authority"], of.Authority),
                new(Texts["field.decidedOn"], PageText.Day(of.DecidedOn)),
            ];
}

using System.Text.Json.Nodes;
using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Listings;

/// <summary>A responsible person whom a decision names is proposed for listing.</summary>
[Requires(Permission.ProposeListings)]
internal sealed class ProposeListingModel(FormDesk desk, BannedOrganizationRows organizations, PersonCards persons, EventStore log, CommandDesk commands, ListingNumbers numbers) : CommandPage<ProposeListingRequest>(desk)
{
    protected override Task<IResult> Send(Body<ProposeListingRequest> body, Write write) => ProposeListingEndpoint.Handle(body, write, commands, numbers);

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid PersonId { get; set; }

    protected override IReadOnlyCollection<string> Known => ["bannedOrganizationId", "responsiblePersonId"];

    protected override Task Complete(JsonObject body)
    {
        (body["bannedOrganizationId"], body["responsiblePersonId"]) = (Id, PersonId);
        return Task.CompletedTask;
    }

    protected override async Task<FormSubject?> Find()
    {
        var organization = (await log.Load(Id)).Fold(BannedOrganization.Initial, BannedOrganization.Evolve);
        if (!organization.IsRecorded || !Caller.Covers(organization.Region) || !organization.ResponsiblePersons.TryGetValue(PersonId, out var person))
        {
            return null;
        }

        var (names, cards) = (await organizations.Names([Id], HttpContext.RequestAborted), await persons.Of([person.PersonId]));
        var disposition = organization.Dispositions[person.DispositionId];
        return new FormSubject(names.GetValueOrDefault(Id, ""), $"/console/organizations/{Id}",
        [
            new(Texts["cases.person"], cards.GetValueOrDefault(person.PersonId)?.Name ?? Texts["person.hidden"]),
            new(Texts["field.part"], Texts.Of(person.Part)),
            new(Texts["field.disposition"], Texts["cases.dispositionOf", Texts.Of(disposition.Kind), disposition.DocumentNumber, PageText.Day(disposition.DecidedOn)]),
        ]);
    }

    protected override string Next(Answer answer) => $"/console/listings/{Read<ListingProposal>(answer).Id}";

    /// <summary>The rules that can apply to such a decision and such a part.</summary>
    protected override async Task<Dictionary<string, IReadOnlyList<Offer>>> Offers()
    {
        var organization = (await log.Load(Id)).Fold(BannedOrganization.Initial, BannedOrganization.Evolve);
        var rules = (await log.Load(RuleCatalogue.StreamId)).Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        return new()
        {
            ["intendedRules"] = organization.ResponsiblePersons.TryGetValue(PersonId, out var person)
                ? [.. rules.Rules.Where(rule => rule.AppliesTo.Includes(organization.Dispositions[person.DispositionId].Kind, person.Part, organization.RegisteredAs))
                    .Select(rule => new Offer(rule.Id, $"{rule.Title} {rule.Article}"))]
                : [],
        };
    }
}

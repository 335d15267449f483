using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Listings;
using Blacklist.Api.Security;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Organizations;

/// <summary>An organization with what was decided on it, whom that names, and everything that happened.</summary>
[Requires(Permission.ReadOrganizations)]
internal sealed class DetailsModel(
    BannedOrganizationRows organizations, ListingRows listings, PersonCards persons, EventStore log, Timelines timelines, RegionCatalogue regions) : PageModel
{
    private IReadOnlyList<NamedPersonCard> _persons = [];

    [FromRoute]
    public Guid Id { get; set; }

    public BannedOrganizationDetails Found { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Address => $"/console/organizations/{Id}";

    public bool MayDispose => Caller.May(Permission.RecordDispositions);

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await organizations.Find(Id, cancellation) is not { } found || !Caller.Covers(found.Organization.Region))
        {
            return NotFound();
        }

        var stream = await log.Load(Id);
        (Found, History) = (found, await timelines.Of(stream.Events, cancellation));
        _persons = await Cards(found, stream.Fold(BannedOrganization.Initial, BannedOrganization.Evolve), cancellation);
        return Page();
    }

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;

    public static string Word(IdentifiedBy by) => EnumWords.Of(by);

    public IReadOnlyList<NamedPersonCard> PersonsOf(Guid disposition) => [.. _persons.Where(person => person.Row.DispositionId == disposition)];

    public bool MayPropose(NamedPersonCard person, DispositionRow disposition) =>
        Caller.May(Permission.ProposeListings) && disposition.AnnulledOn is null && person.Listing is null or { Status: ListingStatus.Dropped };

    /// <summary>What can be done next with a decision.</summary>
    public IReadOnlyList<DispositionTask> TasksOf(DispositionRow disposition) =>
        [.. DispositionTask.All.Where(task => Caller.May(task.Permission) && task.IsOpen(disposition))];

    private async Task<IReadOnlyList<NamedPersonCard>> Cards(BannedOrganizationDetails found, BannedOrganization organization, CancellationToken cancellation)
    {
        var opened = (await listings.List(Caller.Regions, null, null, Id, "", int.MaxValue, cancellation)).ToDictionary(listing => listing.ResponsiblePersonId);
        var known = Caller.May(Permission.ReadListings)
            ? await persons.Of([.. organization.ResponsiblePersons.Values.Select(person => person.PersonId)])
            : new Dictionary<Domain.Kernel.PersonId, PersonCard>();
        return
        [
            .. found.ResponsiblePersons.Select(row => new NamedPersonCard(
                row, known.GetValueOrDefault(organization.ResponsiblePersons[row.Id].PersonId), opened.GetValueOrDefault(row.Id))),
        ];
    }
}

/// <param name="Who">Null for who may not know, and of a person who was erased.</param>
internal sealed record NamedPersonCard(ResponsiblePersonRow Row, PersonCard? Who, ListingRow? Listing);

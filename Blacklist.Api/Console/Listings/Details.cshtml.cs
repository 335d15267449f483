using Blacklist.Api.Appeals;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Api.Persons;
using Blacklist.Api.Security;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Listings;

/// <summary>A person's listing: who, why, where it stands, what can be done next, and everything that happened.</summary>
[Requires(Permission.ReadListings)]
internal sealed class DetailsModel(ListingReader reader, PersonGroupRows groups, AppealRows appeals, CaseTimeline timeline, RegionCatalogue regions, PageText texts) : PageModel
{
    private Listing _listing = Listing.Initial;

    [FromRoute]
    public Guid Id { get; set; }

    public ListingRow Row { get; private set; } = null!;

    public ListingFile Papers { get; private set; } = null!;

    public string Organization { get; private set; } = "";

    /// <summary>Null when the person was erased.</summary>
    public PersonCard? Person { get; private set; }

    /// <summary>What was linked to the person, and can be taken away again.</summary>
    public IReadOnlyDictionary<PersonId, LinkKind> Links { get; private set; } = new Dictionary<PersonId, LinkKind>();

    public IReadOnlyList<AppealRow> Appeals { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<ListingTask> Tasks { get; private set; } = [];

    /// <summary>The step that the listing waits for; null once it was decided.</summary>
    public ListingTask? NextTask => _listing.DecidedOn is null && Tasks is [var first, ..] ? first : null;

    public string Address => $"/console/listings/{Id}";

    public string RegionName => regions.NameOf(Row.Region) ?? Row.Region.Value;

    /// <summary>Why who proposed does not decide; null for everybody else.</summary>
    public string? WhyNotDecide =>
        ListingTask.Decide.IsOpen(_listing) && Caller.May(Permission.DecideListings) && _listing.ProposedBy == Caller.Clerk
            ? texts.Problems.Title(Http.ProblemKind.Conflict(DecideListing.SamePerson))
            : null;

    /// <summary>Of the letters, those whose time has come.</summary>
    public IReadOnlyList<string> Letters =>
    [
        .. (_listing.Facts ?? _listing.Notice?.Facts) is null ? [] : new[] { "notice" },
        .. _listing.DecidedOn is null ? [] : new[] { "decision" },
        .. _listing.Status == ListingStatus.Repaired ? new[] { "repair" } : [],
    ];

    public bool MayUnmask => Caller.May(Permission.UnmaskIdentities);

    public bool MayUnlink => Caller.May(Permission.LinkIdentities);

    public bool MayWithdrawWaivers => Caller.May(Permission.ChangeListings) && _listing.Status == ListingStatus.InForce;

    /// <summary>Those made here, and those by which another entry was joined to this one.</summary>
    private async Task<IReadOnlyDictionary<PersonId, LinkKind>> LinksOf(PersonId person, CancellationToken cancellation)
    {
        var made = (await reader.Log.Load(person.Value)).Fold(Domain.Persons.Person.Initial, Domain.Persons.Person.Evolve).Links;
        var joined = await groups.JoinedTo(person, cancellation);
        return made.AddRange(joined.Where(other => !made.ContainsKey(other)).Select(other => KeyValuePair.Create(other, LinkKind.SamePerson)));
    }

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.Listings.Find(Id, cancellation) is not { } row || !Caller.Covers(row.Region))
        {
            return NotFound();
        }

        var stream = await reader.Log.Load(Id);
        IReadOnlyList<IEvent> facts = [.. stream.Events.Select(recorded => recorded.Data)];
        (Row, Papers, _listing) = (row, ListingFile.Of(facts), stream.Fold(Listing.Initial, Listing.Evolve));
        Organization = (await reader.Organizations.Names([row.BannedOrganizationId], cancellation)).GetValueOrDefault(row.BannedOrganizationId, "");
        Person = await reader.Persons.Whole(_listing.PersonId);
        Links = await LinksOf(_listing.PersonId, cancellation);
        Appeals = Caller.May(Permission.ReadAppeals)
            ? await appeals.List(Caller.Regions, new AppealFilter(null, null, null, null, Id), null, int.MaxValue, cancellation)
            : [];
        History = await timeline.Of(stream, Caller, cancellation);
        Tasks = [.. ListingTask.All.Where(task => Caller.May(task.Permission) && task.IsOpen(_listing) && (task != ListingTask.Decide || WhyNotDecide is null))];
        return Page();
    }
}

using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Organizations;

/// <summary>被取缔组织: the organizations of the clerk's regions, found by part of a name.</summary>
[Requires(Permission.ReadOrganizations)]
internal sealed class IndexModel(BannedOrganizationRows organizations, RegionCatalogue regions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<BannedOrganizationRow> List { get; private set; } = new([], null);

    public IReadOnlyList<Offer> Regions => RegionOffers.Of(regions, Caller.Regions);

    public bool MayRecord => Caller.May(Permission.RecordOrganizations);

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var within = RegionCode.Parse(Region ?? "").Value;
        var query = string.IsNullOrWhiteSpace(Query) ? null : Query;
        var page = new PageRequest<Guid>(PageRequest<Guid>.DefaultLimit, After is { } after && Cursor<Guid>.TryRead(after, out var cursor) ? cursor : null);
        List = page.Of(await organizations.List(Caller.Regions, within, query, page.After?.Key ?? Guid.Empty, page.Limit + 1, cancellation), row => row.Id);
    }

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;
}

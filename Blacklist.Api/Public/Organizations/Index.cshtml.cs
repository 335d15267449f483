using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Pages;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Public.Organizations;

/// <summary>被取缔组织名单: everybody reads it, and looks for a name as they remember it.</summary>
internal sealed class IndexModel(PublicOrganizationRows organizations, EligibilityIndex index, RegionCatalogue regions) : PageModel
{
    private const int PageSize = 50;
    private const int MostHits = 50;

    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PublicOrganization> Rows { get; private set; } = [];

    /// <summary>Those of the rows whose name is exactly the one looked for.</summary>
    public IReadOnlySet<Guid> Sure { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<RegionCode> Provinces { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>What was looked for cannot be a name.</summary>
    public bool IsUnreadable { get; private set; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Query);

    public int LastNumber => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGet(CancellationToken cancellation)
    {
        PageHeaders.ForEverybody(Response);
        Number = Math.Clamp(Number, 1, 1_000_000);
        Provinces = await organizations.Provinces(cancellation);
        var within = RegionCode.Parse(Region ?? "").Value;
        if (IsSearch)
        {
            Search(within);
            return Page();
        }

        var list = await organizations.List(within, (Number - 1) * PageSize, PageSize, cancellation);
        (Rows, Count) = (list.Rows, list.Count);
        return Rows.Count == 0 && Number > 1 ? NotFound() : Page();
    }

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;

    public string Address(int number) => Url.Page("/Public/Organizations/Index", new { region = Region, number = number > 1 ? number : (int?)null })!;

    private void Search(RegionCode? within)
    {
        if (OrganizationName.Parse(Query!).Value is not { } typed)
        {
            IsUnreadable = true;
            return;
        }

        var hits = index.SearchPublicList(typed, MostHits).Where(hit => within is null || within.Covers(hit.Entry.Region)).DistinctBy(hit => hit.Id).ToList();
        Rows = [.. hits.Select(Row)];
        Sure = hits.Where(hit => hit.Hit.IsSure).Select(hit => hit.Id).ToHashSet();
        Count = Rows.Count;
    }

    private static PublicOrganization Row(PublicHit hit)
    {
        var newest = hit.Entry.Published.Last();
        return new PublicOrganization(
            hit.Id, hit.Hit.Organization.Name.Original, hit.Entry.Region, newest.Kind, newest.DocumentNumber, newest.DecidedOn, newest.Authority);
    }
}

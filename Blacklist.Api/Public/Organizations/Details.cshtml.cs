using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Public.Organizations;

/// <summary>An organization's page of the public list: what was decided, by whom, when; never a person.</summary>
internal sealed class DetailsModel(EventStore log, RegionCatalogue regions) : PageModel
{
    /// <summary>Null where all that was published is withdrawn: nothing of what was there is shown again.</summary>
    public PublicPage? Organization { get; private set; }

    public IReadOnlyList<Withdrawal> Withdrawals { get; private set; } = [];

    public string RegionName => regions.NameOf(Organization!.Region) ?? Organization.Region.Value;

    public async Task<IActionResult> OnGet(Guid id)
    {
        var stream = await log.Load(id);
        var entry = stream.Fold((PublicEntry?)null, PublicEntry.Evolve);
        Withdrawals = entry is null ? [] : [.. entry.Withdrawals];
        if (entry?.Published.Any() == true)
        {
            Organization = PublicPage.Of(stream, entry);
        }
        else if (Withdrawals.Count == 0)
        {
            return NotFound();
        }

        PageHeaders.ForEverybody(Response);
        return new PageResult { StatusCode = Organization is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK };
    }
}

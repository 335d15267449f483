using Blacklist.Api.Audit;
using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Organizations;

/// <summary>被取缔组织: the organizations of the clerk's regions, found by part of a name.</summary>
[Requires(Permission.ReadOrganizations)]
internal abstract class OrganizationList(BannedOrganizationRows organizations, RegionCatalogue regions, PageText texts, TimeProvider time)
    : ListPage<BannedOrganizationRow, Guid>(texts, time)
{
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    public IReadOnlyList<Offer> Regions => RegionOffers.Of(regions, Caller.Regions);

    public bool MayRecord => Caller.May(Permission.RecordOrganizations);

    protected override string Name => "organizations";

    protected override IReadOnlyList<Column<BannedOrganizationRow>> Columns =>
    [
        new("organization.name", row => row.Name),
        new("field.aliases", row => string.Join(Texts["list.separator"], row.Aliases)),
        new("field.creditCode", row => row.CreditCode),
        new("organization.unlawfulKind", row => row.UnlawfulKind is { } kind ? Texts.Of(kind) : ""),
        new("organization.registeredAs", row => row.RegisteredAs is { } registered ? Texts.Of(registered) : ""),
        new("field.campaignCategory", row => row.CampaignCategory?.ToString()),
        new("organization.region", row => NameOf(row.Region)),
        new("field.activities", row => row.Activities),
        new("field.source", row => row.Source),
    ];

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;

    protected override Guid? IdOf(BannedOrganizationRow item) => item.Id;

    protected override async Task<Page<BannedOrganizationRow>> Read(PageRequest<Guid> page, CancellationToken cancellation)
    {
        var (within, query) = (RegionCode.Parse(Region ?? "").Value, string.IsNullOrWhiteSpace(Query) ? null : Query);
        return page.Of(await organizations.List(Caller.Regions, within, query, page.After?.Key ?? Guid.Empty, page.Limit + 1, cancellation), row => row.Id);
    }
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(BannedOrganizationRows organizations, RegionCatalogue regions, PageText texts, TimeProvider time) : OrganizationList(organizations, regions, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(BannedOrganizationRows organizations, RegionCatalogue regions, PageText texts, TimeProvider time)
    : OrganizationList(organizations, regions, texts, time);

using Blacklist.Api.Audit;
using Blacklist.Api.BannedOrganizations.Papers;
using Blacklist.Api.BannedOrganizations.PublicList;
using Blacklist.Api.Security;

namespace Blacklist.Api.BannedOrganizations;

/// <summary>被取缔组织: the organizations, the decisions on them and whom these name.</summary>
internal static class BannedOrganizationsApi
{
    public static IServiceCollection AddBannedOrganizations(this IServiceCollection services) => services.AddSingleton<BannedOrganizationRows>()
        .AddSingleton<WithdrawalTerms>()
        .AddSingleton<PaperRecord>();

    public static void MapBannedOrganizations(this IEndpointRouteBuilder api)
    {
        var organizations = api.MapGroup("/api/v1/banned-organizations");
        RecordBannedOrganizationEndpoint.Map(organizations).Requires(Permission.RecordOrganizations, Reach.NamedRegion);
        RecordDispositionEndpoint.Map(organizations).Requires(Permission.RecordDispositions, Reach.ThingOfRegion);
        AnnulDispositionEndpoint.Map(organizations).Requires(Permission.RecordDispositions, Reach.ThingOfRegion);
        PublishDispositionEndpoint.Map(organizations).Requires(Permission.PublishDispositions, Reach.ThingOfRegion);
        DemandWithdrawalEndpoint.Map(organizations).Requires(Permission.PublishDispositions, Reach.ThingOfRegion);
        WithdrawPublicationEndpoint.Map(organizations).Requires(Permission.PublishDispositions, Reach.ThingOfRegion);
        ListBannedOrganizationsEndpoint.Map(organizations).Requires(Permission.ReadOrganizations, Reach.ListOfRegions);
        GetBannedOrganizationEndpoint.Map(organizations).Requires(Permission.ReadOrganizations, Reach.ThingOfRegion);
        GetBannedOrganizationHistoryEndpoint.Map(organizations).Requires(Permission.ReadOrganizations, Reach.ThingOfRegion);
        AttachPaperEndpoint.Map(organizations).Requires(Permission.RecordDispositions, Reach.ThingOfRegion);
        GetPaperEndpoint.Map(organizations).Requires(Permission.ReadListings, Reach.ThingOfRegion).Audited(AuditKind.Export);
        GetPublicPageEndpoint.Map(api).IsPublic("The public list names organizations and published decisions, never a person.");
    }
}

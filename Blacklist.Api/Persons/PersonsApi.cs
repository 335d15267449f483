using Blacklist.Api.Audit;
using Blacklist.Api.Security;

namespace Blacklist.Api.Persons;

/// <summary>One person, many documents and names: what is linked to a listed person; and their end.</summary>
internal static class PersonsApi
{
    public static IServiceCollection AddPersons(this IServiceCollection services) =>
        services.AddSingleton<WholePersons>().AddSingleton<PersonGroupRows>();

    public static void MapPersons(this IEndpointRouteBuilder api)
    {
        var listing = api.MapGroup("/api/v1/listings/{id:guid}");
        LinkIdentityEndpoint.Map(listing).Requires(Permission.LinkIdentities, Reach.ThingOfRegion);
        UnlinkIdentityEndpoint.Map(listing).Requires(Permission.LinkIdentities, Reach.ThingOfRegion);
        UnmaskIdentityEndpoint.Map(listing).Requires(Permission.UnmaskIdentities, Reach.ThingOfRegion).RequiresRecentSecondFactor().Audited(AuditKind.Unmask);
        MergePersonsEndpoint.Map(listing).Requires(Permission.LinkIdentities, Reach.ThingOfRegion);
        ErasePersonEndpoint.Map(listing).Requires(Permission.ErasePersons, Reach.ThingOfRegion).RequiresRecentSecondFactor();
        ProveErasureEndpoint.Map(listing).Requires(Permission.ReadListings, Reach.ThingOfRegion);
    }
}

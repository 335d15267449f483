using Blacklist.Api.Audit;
using Blacklist.Api.Security;

namespace Blacklist.Api.Persons;

/// <summary>One person, many documents and names: what is linked to a listed person.</summary>
internal static class PersonsApi
{
    public static IServiceCollection AddPersons(this IServiceCollection services) => services.AddSingleton<WholePersons>();

    public static void MapPersons(this IEndpointRouteBuilder api)
    {
        var listing = api.MapGroup("/api/v1/listings/{id:guid}");
        LinkIdentityEndpoint.Map(listing).Requires(Permission.LinkIdentities, Reach.ThingOfRegion);
        UnlinkIdentityEndpoint.Map(listing).Requires(Permission.LinkIdentities, Reach.ThingOfRegion);
        UnmaskIdentityEndpoint.Map(listing).Requires(Permission.UnmaskIdentities, Reach.ThingOfRegion).RequiresRecentSecondFactor().Audited(AuditKind.Unmask);
        MergePersonsEndpoint.Map(listing).Requires(Permission.LinkIdentities, Reach.ThingOfRegion);
    }
}

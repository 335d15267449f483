using Blacklist.Api.Audit;
using Blacklist.Api.Letters.Writing;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;

namespace Blacklist.Api.Letters;

/// <summary>文书: what the authority writes to a person, generated from the events and ready to print (ADR 0019).</summary>
internal static class LettersApi
{
    public static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<Authorities>()
        .AddSingleton(new LetterWords(RegionsFile.Read()))
        .AddSingleton<CaseFiles>()
        .AddSingleton<ListingLetters>()
        .AddSingleton<AppealLetters>()
        .AddSingleton<RefusedApplicants>()
        .AddSingleton<RefusalLetters>();

    public static void MapLetters(this IEndpointRouteBuilder api)
    {
        var listings = api.MapGroup("/api/v1/listings/{id:guid}/letters");
        GetNoticeLetterEndpoint.Map(listings).Requires(Permission.ReadListings, Reach.ThingOfRegion).Audited(AuditKind.Export);
        GetDecisionLetterEndpoint.Map(listings).Requires(Permission.ReadListings, Reach.ThingOfRegion).Audited(AuditKind.Export);
        GetRepairLetterEndpoint.Map(listings).Requires(Permission.ReadListings, Reach.ThingOfRegion).Audited(AuditKind.Export);
        GetRefusalLetterEndpoint.Map(api).Requires(Permission.ExplainRefusals, Reach.AskedCheck).Audited(AuditKind.Export);
        var appeals = api.MapGroup("/api/v1/appeals/{id:guid}/letters");
        GetAppealDecisionLetterEndpoint.Map(appeals).Requires(Permission.ReadAppeals, Reach.ThingOfRegion).Audited(AuditKind.Export);
        GetAppealRejectionLetterEndpoint.Map(appeals).Requires(Permission.ReadAppeals, Reach.ThingOfRegion).Audited(AuditKind.Export);
    }
}

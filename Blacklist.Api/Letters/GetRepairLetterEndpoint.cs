using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Letters;

internal static class GetRepairLetterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/repair", Handle)
        .Summary("The decision on credit repair 信用修复决定书", "From which day the listing restricts no more.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000058")
        .AnswersPage(Letter.MediaType)
        .Refuses(LetterRefusals.NotDue);

    public static async Task<IResult> Handle(Guid id, Caller caller, CaseFiles cases, ListingLetters letters) =>
        await cases.OfListing(id, fact => fact is ListingRepaired) is not { } file || !caller.Covers(file.Region) ? Problems.NotFound()
        : letters.Repair(file) ?? (IResult)Problems.Refused(LetterRefusals.NotDue);
}

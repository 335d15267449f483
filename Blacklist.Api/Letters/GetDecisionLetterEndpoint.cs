using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Letters;

internal static class GetDecisionLetterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/decision", Handle)
        .Summary("The decision to list or not 决定书", "What was decided, why, what it restricts from when until when, and how and where it can be contested.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000016")
        .AnswersPage(Letter.MediaType)
        .Refuses(LetterRefusals.NotDue);

    public static async Task<IResult> Handle(Guid id, Caller caller, CaseFiles cases, ListingLetters letters) =>
        await cases.OfListing(id, fact => fact is ListingEntered or ListingDropped) is not { } file || !caller.Covers(file.Region) ? Problems.NotFound()
        : letters.Decision(file) ?? (IResult)Problems.Refused(LetterRefusals.NotDue);
}

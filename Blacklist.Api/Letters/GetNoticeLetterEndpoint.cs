using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Letters;

internal static class GetNoticeLetterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapGet("/notice", Handle)
        .Summary("The notice before listing 告知书", "Facts, grounds, intended restrictions with their basis and its level, and until when the person may answer. Before service it is printed with the period; after it with the day and why it is that day.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000013")
        .AnswersPage(Letter.MediaType)
        .Refuses(LetterRefusals.NotDue);

    public static async Task<IResult> Handle(Guid id, Caller caller, CaseFiles cases, ListingLetters letters) =>
        await cases.OfListing(id, fact => fact is NoticeServed) is not { } file || !caller.Covers(file.Region) ? Problems.NotFound()
        : letters.Notice(file) ?? (IResult)Problems.Refused(LetterRefusals.NotDue);
}

using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Api.Vault;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Appeals;

/// <param name="Document">Reference of the paper that was handed in.</param>
/// <param name="Statement">The person's own words, at most 4,000 characters; they are kept in the vault and told to registration authorities with the listing.</param>
internal sealed record FileAppealRequest(
    Guid ListingId, AppealKind Kind, AppealChannel Channel, DateOnly ReceivedOn, string Document, string? Statement = null);

internal static class FileAppealEndpoint
{
    public const int MostCharacters = 4000;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/", Handle)
        .Summary("File an appeal",
            """
            What the listed person raises: a `statement` 陈述申辩 answers the notice; an `objection` 异议, the outcome of a `reconsideration` 行政复议 or of
            `litigation` 行政诉讼 contests a listing that was decided; `creditRepair` 信用修复 asks for its end before the term. A statement counts at once as the
            answer to the notice. The rest follows when the appeal is admitted; the answer says until when that is to be decided.
            """)
        .Example("""
            { "listingId": "0b000000-0000-7000-8000-000000000081", "kind": "objection", "channel": "inPerson", "receivedOn": "2026-11-16",
              "document": "异议申请书〔2026〕81号", "statement": "本人自2025年起已不担任该组织职务，取缔决定对任职时间的认定有误。" }
            """)
        .Answers<AppealAnswer>(StatusCodes.Status201Created)
        .Rejects([.. FreeText.Refusals, WorkingDayCalendar.YearUnknown])
        .Refuses(FileAppeal.Refusals);

    public static async Task<IResult> Handle(
        Body<FileAppealRequest> body, [AsParameters] Write write, CommandDesk desk, AppealNumbers numbers, Statements statements,
        Calendars calendars, Procedure procedure)
    {
        var (request, fields) = (body.Value, new FieldErrors());
        var document = fields.Text("document", request.Document, 200);
        var words = fields.OptionalText("statement", request.Statement, MostCharacters);
        var terms = await AppealTerms.Now(calendars, procedure);
        var admitBy = fields.Read("receivedOn", terms.Admission(request.ReceivedOn));
        var (id, statement) = (new AppealId(Guid.CreateVersion7()), words is null ? (Guid?)null : Guid.CreateVersion7());
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, request.ListingId);
            if (!listing.Exists || !write.Caller.Covers(listing.State.Region))
            {
                return Problems.NotFound();
            }

            var number = write.IsRehearsal ? "" : await numbers.Next(listing.State.Region, write.Today.Year);
            var appeal = await attempt.Load(Appeal.Stream, id.Value);
            var filed = FileAppeal.Decide(appeal.State, listing.State, new FileAppeal(
                id, number, request.Kind, request.Channel, request.ReceivedOn, document, statement, admitBy!, terms.WarnFrom(admitBy!.Due), write.By, write.Today));
            var answered = filed is Outcome.Recorded { Events: [AppealFiled fact] } ? AppealConsequences.OnFiled(listing.State, fact) : Outcome.Nothing;
            return AppealDesk.Record(
                attempt, appeal, filed, listing, answered, answer => Answer.Created($"/api/v1/appeals/{id.Value}", answer),
                statement is { } kept ? statements.Seal(kept, listing.State.PersonId, words!) : null);
        });
    }
}

using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Appeals;

internal static class GetAppealEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapGet("/{id:guid}", Handle)
        .Summary("An appeal", "The whole file: deadlines and why they are so, the person's own words for who may read them, evidence, hearings, the decision.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000091")
        .Answers<AppealFile>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Guid id, Caller caller, EventStore log, Statements statements, Calendars calendars, Procedure procedure, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await log.Load(id);
        var appeal = stream.Fold(Appeal.Initial, Appeal.Evolve);
        if (appeal.Status == AppealStatus.None || !caller.Covers(appeal.Region))
        {
            return Problems.NotFound();
        }

        var words = appeal.StatementId is { } statement && caller.May(Permission.ReadStatements)
            ? (await statements.Open([statement], cancellation)).GetValueOrDefault(statement)
            : null;
        var terms = await AppealTerms.Now(calendars, procedure);
        var file = AppealFile.Of(stream, appeal, words, terms, LegalDate.At(time.GetUtcNow()));
        return Answer.Ok(file) with { Version = stream.Version };
    }
}

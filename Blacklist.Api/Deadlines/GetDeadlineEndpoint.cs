using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Deadlines;

namespace Blacklist.Api.Deadlines;

internal static class GetDeadlineEndpoint
{
    /// <summary>Of the notice that the demo serves on 2 November.</summary>
    private static readonly Guid ExampleId =
        WatchedDeadline.IdOf(new Guid("0b000000-0000-7000-8000-000000000013"), DeadlineKind.StatementPeriod, new DateOnly(2026, 11, 9)).Value;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder deadlines) => deadlines.MapGet("/{id:guid}", Handle)
        .Summary("A deadline", "Explains itself: how the day was counted, what was told of it and when, and why late if it was late.")
        .PathExample("id", ExampleId.ToString())
        .Answers<DeadlineRow>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, DeadlineRows deadlines, CancellationToken cancellation) =>
        await deadlines.Find(id, cancellation) is { } row && caller.Covers(row.Region) ? Answer.Ok(row) : Problems.NotFound();
}

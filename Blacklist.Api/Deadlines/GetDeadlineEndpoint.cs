using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Deadlines;

internal static class GetDeadlineEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder deadlines) => deadlines.MapGet("/{id:guid}", Handle)
        .Summary("A deadline", "Explains itself: how the day was counted, what was told of it and when, and why late if it was late.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000041")
        .Answers<DeadlineRow>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, DeadlineRows deadlines, CancellationToken cancellation) =>
        await deadlines.Find(id, cancellation) is { } row && caller.Covers(row.Region) ? Answer.Ok(row) : Problems.NotFound();
}

using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Callers;

internal static class GetCallerEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder callers) => callers.MapGet("/{caller}", Handle)
        .Summary("How much a caller asks, and whether it is paused", "Of today, beside what is usual for it. A caller is there once it has asked anything.")
        .PathExample("caller", "demo-system")
        .Answers<CallerRow>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(string caller, Caller reader, CallerRows callers, TimeProvider time, CancellationToken cancellation) =>
        await callers.Find(caller, reader.Regions, LegalDate.At(time.GetUtcNow()), cancellation) is { } row ? Answer.Ok(row) : Problems.NotFound();
}

using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Receipts;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Receipts;

internal static class GetReceiptEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder checks) => checks.MapGet("/{id:guid}/receipt", Handle)
        .Summary("The receipt of an answer", "The same bytes as in the answer. Keep them as they are: any change makes them none.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000031")
        .Answers<ReceiptDocument>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, AskedChecks checks, CancellationToken cancellation) =>
        await checks.Find(id, caller, Permission.ReadChecks, cancellation) is { Given.Receipt: { } receipt }
            ? new Answer(StatusCodes.Status200OK, receipt.Write())
            : Problems.NotFound();
}

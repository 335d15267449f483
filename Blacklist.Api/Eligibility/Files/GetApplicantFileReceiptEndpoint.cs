using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Receipts;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

internal static class GetApplicantFileReceiptEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapGet("/{id:guid}/receipt", Handle)
        .Summary("The receipt over all rows of a file",
            """
            It proves which file was sent, how many rows came to what, and by `rowsRoot` every line of the result as NDJSON. It verifies as any receipt does; each
            row's own receipt says until when an approval may rely on it.
            """)
        .Answers<ReceiptDocument>(StatusCodes.Status200OK)
        .Refuses(ApplicantFile.NotFinished);

    public static async Task<IResult> Handle(Guid id, Caller caller, ApplicantFileRows files, CancellationToken cancellation) =>
        await files.Find(id, caller.Subject, cancellation) is null ? Problems.NotFound()
        : await files.Receipt(id, cancellation) is { } receipt ? new Answer(StatusCodes.Status200OK, receipt)
        : Problems.Refused(ApplicantFile.NotFinished);
}

using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

internal static class CancelApplicantFileEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapPost("/{id:guid}/cancellation", Handle)
        .Summary("Cancel a file", "What was answered stays recorded and can be read in the result; the other rows are destroyed. There is no receipt over a part. Asking again changes nothing.")
        .Answers<ApplicantFileAnswer>(StatusCodes.Status200OK)
        .Refuses(ApplicantFile.Ended);

    public static Task<IResult> Handle(Guid id, Caller caller, ApplicantFileRecord files, ApplicantFileRows rows, CancellationToken cancellation) =>
        files.Change(rows, id, caller, ApplicantFileStatus.Cancelled, cancellation);
}

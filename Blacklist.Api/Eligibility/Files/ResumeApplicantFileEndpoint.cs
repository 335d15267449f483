using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

internal static class ResumeApplicantFileEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapPost("/{id:guid}/resume", Handle)
        .Summary("Go on with a paused file", "It goes on after the last row that was answered. Asking again changes nothing.")
        .Answers<ApplicantFileAnswer>(StatusCodes.Status200OK)
        .Refuses(ApplicantFile.Ended);

    public static Task<IResult> Handle(Guid id, Caller caller, ApplicantFileRecord files, ApplicantFileRows rows, CancellationToken cancellation) =>
        files.Change(rows, id, caller, ApplicantFileStatus.Waiting, cancellation);
}

using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

internal static class PauseApplicantFileEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapPost("/{id:guid}/pause", Handle)
        .Summary("Stop answering a file for now", "What is answered stays answered; a paused file keeps its place until it is resumed or cancelled. Asking again changes nothing.")
        .Answers<ApplicantFileAnswer>(StatusCodes.Status200OK)
        .Refuses(ApplicantFile.Ended);

    public static Task<IResult> Handle(Guid id, Caller caller, ApplicantFileRecord files, ApplicantFileRows rows, CancellationToken cancellation) =>
        files.Change(rows, id, caller, ApplicantFileStatus.Paused, cancellation);
}

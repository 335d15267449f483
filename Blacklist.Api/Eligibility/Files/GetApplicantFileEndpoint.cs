using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

internal static class GetApplicantFileEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapGet("/{id:guid}", Handle)
        .Summary("How far a file has come", "Rows, what they came to, rate and time left. Only whoever sent the file sees it.")
        .Answers<ApplicantFileAnswer>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Guid id, Caller caller, ApplicantFileRows files, CancellationToken cancellation) =>
        await files.Find(id, caller.Subject, cancellation) is { } file ? Answer.Ok(ApplicantFileAnswer.Of(file)) : Problems.NotFound();
}

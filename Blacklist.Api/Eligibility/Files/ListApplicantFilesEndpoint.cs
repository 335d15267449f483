using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

internal static class ListApplicantFilesEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder files) => files.MapGet("/", Handle)
        .Summary("The caller's own files", "The newest first, each with how far it has come.")
        .Answers<Page<ApplicantFileAnswer>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(Caller caller, PageRequest<Guid> page, ApplicantFileRows files, CancellationToken cancellation)
    {
        var found = await files.List(caller.Subject, page.After?.Key, page.Limit + 1, cancellation);
        return Answer.Ok(page.Of([.. found.Select(ApplicantFileAnswer.Of)], file => file.Id));
    }
}

using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Reexaminations;

internal static class ListReexaminationsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder reexaminations) => reexaminations.MapGet("/", Handle)
        .Summary("What is to be examined again", "Checks of the caller's regions that restricted somebody who, as known now, was not.")
        .Answers<Page<ReexaminationRow>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Caller caller, PageRequest<Guid> page, ReexaminationRows reexaminations, Colleagues colleagues, CancellationToken cancellation, bool? completed = null) =>
        Answer.Ok(page.Of(
            await reexaminations.List(caller.Regions, await colleagues.Of(caller, cancellation), completed, page.After?.Key ?? Guid.Empty, page.Limit + 1, cancellation), row => row.Id));
}

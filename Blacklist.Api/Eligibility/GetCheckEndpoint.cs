using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility;

internal static class GetCheckEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder checks) => checks.MapGet("/{id:guid}", Handle)
        .Summary("An answer that was given", "The same bytes as then; for registration authorities with the statements that it names. A partner finds those that were answered without reasons, and its own.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000031")
        .Answers<EligibilityCheckResponse>(StatusCodes.Status200OK).OrAnswers<PartnerCheckResponse>();

    public static async Task<IResult> Handle(Guid id, Caller caller, AskedChecks checks, DisclosedStatements statements, CancellationToken cancellation) =>
        await checks.Find(id, caller, Permission.ReadChecks, cancellation) is { } check
            ? new Answer(StatusCodes.Status200OK, await statements.Beside(check.Given, caller, cancellation))
            : Problems.NotFound();
}

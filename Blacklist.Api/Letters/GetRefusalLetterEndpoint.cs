using Blacklist.Api.Eligibility;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Letters;

namespace Blacklist.Api.Letters;

internal static class GetRefusalLetterEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/api/v1/eligibility-checks/{id:guid}/letters/refusal", Handle)
        .Summary("Why an applicant is restricted 资格核查结果说明书",
            "For the person: the basis and its level, the facts relied on, the term, and how, until when and where to contest. `applicant` is the place in the question, from 0.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000033")
        .AnswersPage(Letter.MediaType)
        .Refuses(LetterRefusals.NotRestricted);

    public static async Task<IResult> Handle(
        Guid id, Caller caller, AskedChecks checks, RefusedApplicants refused, RefusalLetters letters, CancellationToken cancellation, int applicant = 0) =>
        await checks.Find(id, caller, Permission.ExplainRefusals, cancellation) is not { } check ? Problems.NotFound()
        : await refused.Find(id, check, applicant, cancellation) is { } found ? letters.Explain(found)
        : Problems.Refused(LetterRefusals.NotRestricted);
}

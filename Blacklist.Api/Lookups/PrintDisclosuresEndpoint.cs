using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.Letters;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Lookups;

internal static class PrintDisclosuresEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder audit) => audit.MapPost("/persons/disclosures/letter", Handle)
        .Summary("Who looked me up: as a letter 个人信息查询情况告知书", "The same as a page that prints as it is, from the reader's department to the person.")
        .Example(ReportDisclosuresEndpoint.Example)
        .AnswersPage(Letter.MediaType)
        .Rejects([.. FreeText.Refusals, .. PersonRequest.Refusals]);

    public static async Task<IResult> Handle(
        Body<DisclosureRequest> body, Caller reader, DisclosureReports reports, DisclosureLetters letters, AuditNote note, TimeProvider time, CancellationToken cancellation)
    {
        var fields = new FieldErrors();
        var today = LegalDate.At(time.GetUtcNow());
        if (body.Value.Read(fields, today) is not { } identity)
        {
            return Problems.Unprocessable(fields);
        }

        var (report, person) = await reports.Of(identity, cancellation);
        note.For("personsRequest", body.Value.Request);
        note.About(report.Lookups.Count, person.Files);
        return letters.Write(report, identity, body.Value.Request, reader.Department, today);
    }
}

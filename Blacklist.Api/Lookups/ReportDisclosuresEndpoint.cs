using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Lookups;

/// <summary>A person who proved who they are and wants to know.</summary>
/// <param name="Request">Reference of the person's request; it is recorded.</param>
internal sealed record DisclosureRequest(string Name, IReadOnlyList<DocumentRequest> Documents, string Request)
{
    /// <summary>Null when <paramref name="fields"/> says what is wrong.</summary>
    public PersonIdentity? Read(FieldErrors fields, DateOnly today)
    {
        fields.Count("documents", Documents, 1, PersonRequest.MostDocuments);
        fields.Text("request", Request, 100);
        var identity = PersonRequest.Read(fields, Name, Documents, birthDate: null, sex: null, today);
        return fields.Any ? null : identity;
    }
}

internal static class ReportDisclosuresEndpoint
{
    public const string Example = """
        { "name": "张三", "documents": [ { "type": "residentId", "number": "70000019851231003X" } ], "request": "鄂民阅〔2026〕1号" }
        """;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder audit) => audit.MapPost("/persons/disclosures", Handle)
        .Summary("Who looked me up, when and why",
            """
            For a person who proved who they are: which authorities checked them or saw a listing, an appeal or a check of theirs, in all regions; the newest 1,000.
            What the law lets be kept from the person is counted with its basis; a basis that nobody has confirmed keeps nothing back.
            """)
        .Example(Example)
        .Answers<DisclosureReport>(StatusCodes.Status200OK)
        .Rejects([.. FreeText.Refusals, .. PersonRequest.Refusals]);

    public static async Task<IResult> Handle(
        Body<DisclosureRequest> body, DisclosureReports reports, AuditNote note, TimeProvider time, CancellationToken cancellation)
    {
        var fields = new FieldErrors();
        if (body.Value.Read(fields, LegalDate.At(time.GetUtcNow())) is not { } identity)
        {
            return Problems.Unprocessable(fields);
        }

        var (report, person) = await reports.Of(identity, cancellation);
        note.For("personsRequest", body.Value.Request);
        note.About(report.Lookups.Count, person.Files);
        return Answer.Ok(report);
    }
}

using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;

namespace Blacklist.Api.Audit.Reading;

internal static class ListAuditEntriesEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder audit) => audit.MapGet("/entries", Handle)
        .Summary("Who was shown what",
            """
            Checks, searches, views, exports, unmaskings, changes, sign-ins and refusals of the auditor's regions, newest first; narrowed by caller, kind, `subject` (id of a listing, a check …),
            instants (`from` included, `until` not), and whether it was refused (401, 403, 404, 429). Reading this is recorded too.
            """)
        .Answers<Page<AuditRow>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Caller reader, PageRequest<Guid> page, AuditTrail trail, CancellationToken cancellation,
        string? caller = null, Word<AuditKind>? kind = null, Guid? subject = null, bool? refused = null, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var query = new AuditQuery(reader.Regions)
        {
            Callers = caller is null ? null : [caller],
            Kind = kind?.Value,
            Subjects = subject is { } id ? [id] : null,
            Refused = refused,
            From = from,
            Until = until,
        };
        return Answer.Ok(page.Of(await trail.Read(query, page.After?.Key, page.Limit + 1, cancellation), row => row.Id));
    }
}

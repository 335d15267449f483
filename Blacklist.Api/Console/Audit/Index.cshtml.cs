using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Audit;

/// <summary>审计: who was shown what, or was refused it; narrowed by caller, kind, day and outcome.</summary>
[Requires(Permission.ReadAudit)]
internal abstract class AuditList(AuditTrail trail, AccountRows accounts, PageText texts, TimeProvider time) : ListPage<AuditedOnPage, Guid>(texts, time)
{
    /// <summary>Who is asked for, by name or id.</summary>
    [BindProperty(SupportsGet = true, Name = "caller")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuditKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Refused { get; set; }

    /// <summary>Id of a listing, a check or whatever else it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Subject { get; set; }

    /// <summary>Who is asked for, by name.</summary>
    public string WhoByName { get; private set; } = "";

    protected override string Name => "audit";

    protected override IReadOnlyList<Column<AuditedOnPage>> Columns =>
    [
        new("audit.at", item => PageText.Moment(item.Row.At)),
        new("audit.caller", item => item.Caller),
        new("audit.account", item => item.Row.Caller),
        new("field.department", item => item.Row.Department),
        new("audit.kind", item => Texts.Of(item.Row.Kind)),
        new("audit.permission", item => item.Row.Permission.Length > 0 ? Texts["permission." + item.Row.Permission] : ""),
        new("audit.endpoint", item => item.Row.Endpoint),
        new("audit.disclosed", item => Texts.Of(item.Row.Disclosed)),
        new("audit.rows", item => $"{item.Row.Count}"),
        new("audit.purpose", item => item.Row.Purpose is { } purpose ? Texts["checkPurpose." + purpose] : ""),
        new("audit.application", item => item.Row.ApplicationReference),
        new("audit.status", item => $"{item.Row.Status}"),
        new("audit.subjects", item => string.Join(' ', item.Row.Subjects)),
        new("audit.request", item => item.Row.RequestId),
        new("audit.id", item => item.Row.Id.ToString()),
    ];

    protected override Guid? IdOf(AuditedOnPage item) => item.Row.Id;

    protected override async Task<Page<AuditedOnPage>> Read(PageRequest<Guid> page, CancellationToken cancellation)
    {
        var query = new AuditQuery(Caller.Regions)
        {
            Callers = await Callers(cancellation),
            Kind = Kind,
            Refused = Refused,
            Subjects = Subject is { } id ? [id] : null,
            From = TypedDays.From(From),
            Until = TypedDays.Until(Until),
        };
        var rows = page.Of(await trail.Read(query, page.After?.Key, page.Limit + 1, cancellation), row => row.Id);
        return new Page<AuditedOnPage>(await AuditedOnPage.Of(rows.Items, accounts, cancellation), rows.NextCursor);
    }

    /// <returns>Null for everybody.</returns>
    private async Task<IReadOnlyList<string>?> Callers(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Who))
        {
            return null;
        }

        var who = Who.Trim();
        WhoByName = (await accounts.Of([who], cancellation))[who];
        return [who, .. await accounts.Called(who, cancellation)];
    }
}

/// <summary>A part of it, as a page.</summary>
[Audited(AuditKind.Search)]
internal sealed class IndexModel(AuditTrail trail, AccountRows accounts, PageText texts, TimeProvider time) : AuditList(trail, accounts, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(AuditTrail trail, AccountRows accounts, PageText texts, TimeProvider time) : AuditList(trail, accounts, texts, time);

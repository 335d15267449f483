using System.Diagnostics;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Http.Features;

namespace Blacklist.Api.Audit;

/// <summary>Nobody browses unseen: what a caller is shown, or refused, is on record before the first byte of it leaves (ADR 0027).</summary>
internal sealed class AuditMiddleware(RequestDelegate next, AuditLane lane, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Audited.Of(context.GetEndpoint()) is not { } audited)
        {
            await next(context);
            return;
        }

        var note = new AuditNote(part => Record(context, audited, part));
        context.Features.Set(note);
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var held = HeldBody.Of(wire, () => note.HasParts ? Task.CompletedTask : Record(context, audited, note));
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.Release();
        }
        finally
        {
            context.Features.Set(wire);
        }
    }

    private Task Record(HttpContext context, Audited audited, AuditNote note)
    {
        if (audited.HasOwnRecord && context.Response.StatusCode == StatusCodes.Status200OK)
        {
            return Task.CompletedTask;
        }

        var caller = Caller.AsSaid(context);
        var isNobody = caller is null && note.Caller is null && (audited.Kind != AuditKind.SignIn || HttpMethods.IsGet(context.Request.Method));
        return isNobody ? Task.CompletedTask : lane.Record(Entry(context, audited, note, caller));
    }

    private AuditEntry Entry(HttpContext context, Audited audited, AuditNote note, Caller? caller)
    {
        var endpoint = (RouteEndpoint)context.GetEndpoint()!;
        Permission[] used = [.. EndpointAccess.PermissionsOf(endpoint.Metadata)];
        Permission? permission = used is [var first, ..] ? first : null;
        var status = note.Status ?? context.Response.StatusCode;
        var kind = note.IsUnmasking ? AuditKind.Unmask : audited.KindOf(context.Request);
        var told = status < StatusCodes.Status300MultipleChoices && kind != AuditKind.Act;
        var tier = told ? Disclosures.Of(kind, permission, caller) : DisclosureTier.Nothing;
        return new AuditEntry(
            Guid.CreateVersion7(), time.GetUtcNow(), kind == AuditKind.View && note.IsPage ? AuditKind.Search : kind,
            AuditNote.Storable(caller?.Subject ?? note.Caller ?? ""), AuditNote.Storable(caller?.Department ?? note.Department),
            [.. caller?.Regions.Select(region => region.Value) ?? []], EnumWords.Of(permission) ?? "",
            $"{context.Request.Method} {endpoint.RoutePattern.RawText}", [.. Named(context).Concat(note.Subjects).Distinct()],
            note.Purpose, note.Application, tier, note.Count ?? (tier == DisclosureTier.Nothing ? 0 : 1), status,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
    }

    private static IEnumerable<Guid> Named(HttpContext context) =>
        context.Request.RouteValues.Values.Select(value => Guid.TryParse(value as string, out var id) ? id : (Guid?)null).OfType<Guid>();
}

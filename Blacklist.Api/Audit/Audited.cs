using Blacklist.Api.Security;

namespace Blacklist.Api.Audit;

/// <summary>
/// What an endpoint leaves in the audit. Every endpoint that demands a permission leaves an entry, without saying so; this says more precisely
/// what kind, or that a public one leaves an entry too.
/// </summary>
/// <param name="Kind">Null where the method says it: reading or acting.</param>
/// <param name="HasOwnRecord">What it answers with 200 is on record elsewhere already; only the rest is left to the audit.</param>
internal sealed record Audited(AuditKind? Kind, bool HasOwnRecord = false)
{
    private static readonly Audited AsItsMethod = new(Kind: null);

    /// <returns>Null for what is public and about nobody.</returns>
    public static Audited? Of(Endpoint? endpoint) => endpoint?.Metadata switch
    {
        null => null,
        var facts when facts.GetMetadata<Audited>() is { } said => said,
        var facts when facts.GetMetadata<AuditedAttribute>() is { } page => new Audited(page.Kind),
        var facts when EndpointAccess.PermissionsOf(facts).Any() => AsItsMethod,
        _ => null,
    };

    public AuditKind KindOf(HttpRequest request) => Kind ?? (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? AuditKind.View : AuditKind.Act);
}

/// <summary>The same of a page.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AuditedAttribute(AuditKind kind) : Attribute
{
    public AuditKind Kind { get; } = kind;
}

internal static class AuditedEndpoints
{
    /// <inheritdoc cref="Audit.Audited"/>
    public static TBuilder Audited<TBuilder>(this TBuilder endpoint, AuditKind kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Audited(kind));

    /// <inheritdoc cref="Audit.Audited.HasOwnRecord"/>
    public static TBuilder KeepsOwnRecord<TBuilder>(this TBuilder endpoint, AuditKind kind)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Audited(kind, HasOwnRecord: true));
}

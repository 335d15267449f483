using Blacklist.Api.Audit;

namespace Blacklist.Api.Lookups;

/// <summary>Who looked the person up, when and why: for the person.</summary>
/// <param name="Lookups">The newest first; the authority, not the clerk.</param>
/// <param name="Complete">False when there are earlier ones.</param>
[Disclosed(DisclosureTier.Trail)]
internal sealed record DisclosureReport(IReadOnlyList<Lookup> Lookups, bool Complete, IReadOnlyList<WithheldLookups> Withheld);

/// <param name="Department">The authority that asked; empty where it is not known.</param>
/// <param name="Refused">It was told nothing.</param>
internal sealed record Lookup(
    DateTimeOffset At, string Department, AuditKind Kind, string? Purpose, string? ApplicationReference, DisclosureTier Disclosed, bool Refused);

/// <summary>Look-ups that the law lets be kept from the person: how many, and on which basis.</summary>
internal sealed record WithheldLookups(string Exception, string Title, string Basis, int Count);

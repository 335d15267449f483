namespace Blacklist.Api.Audit.Reading;

/// <summary>Who was shown what, or was refused it.</summary>
/// <param name="Caller">Subject of the token; empty where nobody known tried to sign in.</param>
/// <param name="Department">The caller's; empty for checks, whose record names the caller alone.</param>
/// <param name="Permission">The one that was used.</param>
/// <param name="Endpoint">Method and route.</param>
/// <param name="Subjects">Ids that the answer is about; for a check its own.</param>
/// <param name="Disclosed">How much of a person the answer may tell.</param>
/// <param name="Count">How many rows, or applicants.</param>
/// <param name="RequestId">The `traceId` of problem documents and logs; null for checks.</param>
/// <param name="Root">Under which signed root it stands.</param>
[Disclosed(DisclosureTier.Trail)]
internal sealed record AuditRow(
    Guid Id,
    DateTimeOffset At,
    AuditKind Kind,
    string Caller,
    string Department,
    string Permission,
    string Endpoint,
    IReadOnlyList<Guid> Subjects,
    string? Purpose,
    string? ApplicationReference,
    DisclosureTier Disclosed,
    int Count,
    int Status,
    string? RequestId,
    AuditedRoot? Root);

/// <param name="Chain">A node's chain of signed roots.</param>
/// <param name="Number">The root's number in it.</param>
/// <param name="Leaf">Place under the root, from 0.</param>
internal sealed record AuditedRoot(Guid Chain, long Number, int Leaf);

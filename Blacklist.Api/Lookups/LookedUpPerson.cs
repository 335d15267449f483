namespace Blacklist.Api.Lookups;

/// <summary>Everything of ours that stands for one person: what somebody saw of any of it, they saw of the person.</summary>
/// <param name="Persons">The identities that links make one person.</param>
/// <param name="Files">Listings and appeals.</param>
/// <param name="Documents">Keyed digests, also of documents whose holder is not listed.</param>
internal sealed record LookedUpPerson(IReadOnlyList<Guid> Persons, IReadOnlyList<Guid> Files, IReadOnlyList<byte[]> Documents);

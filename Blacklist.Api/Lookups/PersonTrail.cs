using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Eligibility.Trail;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Lookups;

/// <summary>Who looked up a person: checks that asked, and whoever saw those checks, the person's listings or appeals.</summary>
internal sealed class PersonTrail(LookedUpPersonRows persons, CheckSubjectRows checks, AuditTrail trail, IdentityVault vault)
{
    /// <param name="listing">A listing of the person; null when documents say who it is.</param>
    public async Task<LookedUpPerson> Find(Guid? listing, IEnumerable<IdentityDocument> documents, CancellationToken cancellation)
    {
        var given = documents.ToList();
        var found = await persons.Find(listing, Digests(given), cancellation);
        var identities = await vault.Open([.. found.Persons.Select(id => new PersonId(id))], cancellation);
        return found with { Documents = Digests(identities.Values.SelectMany(person => person.Identity?.Documents ?? []).Concat(given).Distinct()) };
    }

    public async Task<IReadOnlyList<AuditRow>> Read(LookedUpPerson person, AuditQuery query, Guid? before, int most, CancellationToken cancellation)
    {
        var asked = await checks.ChecksAbout(person.Documents, cancellation);
        return await trail.Read(query with { Subjects = [.. person.Persons, .. person.Files, .. asked] }, before, most, cancellation);
    }

    private byte[][] Digests(IEnumerable<IdentityDocument> documents) => [.. documents.SelectMany(vault.StoredDigests)];
}

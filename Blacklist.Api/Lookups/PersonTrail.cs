using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Eligibility.Trail;
using Blacklist.Api.Persons;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Lookups;

/// <summary>Who looked up a person: checks that asked, and whoever saw those checks, the person's listings or appeals.</summary>
internal sealed class PersonTrail(LookedUpPersonRows persons, WholePersons whole, CheckSubjectRows checks, AuditTrail trail, IdentityVault vault)
{
    /// <param name="listing">A listing of the person; null when documents say who it is.</param>
    public async Task<LookedUpPerson> Find(Guid? listing, IEnumerable<IdentityDocument> documents, CancellationToken cancellation)
    {
        var given = documents.ToList();
        var found = await persons.Find(listing, await HoldersOf(given, cancellation), cancellation);
        var held = new List<IdentityDocument>(given);
        foreach (var person in found.Persons)
        {
            held.AddRange(await DocumentsOf(new PersonId(person)));
        }

        return found with { Documents = Digests(held.Distinct()) };
    }

    public async Task<IReadOnlyList<AuditRow>> Read(LookedUpPerson person, AuditQuery query, Guid? before, int most, CancellationToken cancellation)
    {
        var asked = await checks.ChecksAbout(person.Documents, cancellation);
        return await trail.Read(query with { Subjects = [.. person.Persons, .. person.Files, .. asked] }, before, most, cancellation);
    }

    /// <summary>Without those on whose file the number stood by mistake: it is somebody else's.</summary>
    private async Task<IReadOnlyList<PersonId>> HoldersOf(IReadOnlyList<IdentityDocument> documents, CancellationToken cancellation)
    {
        var holders = new List<PersonId>();
        foreach (var document in documents)
        {
            foreach (var person in await vault.Find(document, cancellation))
            {
                if ((await DocumentsOf(person)).Contains(document))
                {
                    holders.Add(person);
                }
            }
        }

        return holders;
    }

    private async Task<IReadOnlyList<IdentityDocument>> DocumentsOf(PersonId person) => (await whole.Open(person))?.Documents ?? [];

    private byte[][] Digests(IEnumerable<IdentityDocument> documents) => [.. documents.SelectMany(vault.StoredDigests)];
}

using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Eligibility.Trail;

namespace Blacklist.Api.Lookups;

/// <summary>Who looked up a person: checks that asked, and whoever saw those checks, the person's listings or appeals.</summary>
internal sealed class PersonTrail(LookedUpPersonRows persons, CheckSubjectRows checks, AuditTrail trail)
{
    public Task<LookedUpPerson> Find(Guid? listing, byte[][] documents, CancellationToken cancellation) => persons.Find(listing, documents, cancellation);

    public async Task<IReadOnlyList<AuditRow>> Read(LookedUpPerson person, AuditQuery query, Guid? before, int most, CancellationToken cancellation)
    {
        var asked = await checks.ChecksAbout(person.Documents, cancellation);
        return await trail.Read(query with { Subjects = [.. person.Persons, .. person.Files, .. asked] }, before, most, cancellation);
    }
}

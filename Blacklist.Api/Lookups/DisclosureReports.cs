using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Lookups;

/// <summary>Puts together for a person who looked them up, of all regions: the right is the person's, not the reader's.</summary>
internal sealed class DisclosureReports(PersonTrail trail, CallerDepartmentRows departments, DisclosureExceptions exceptions)
{
    public const int Most = 1_000;

    public async Task<(DisclosureReport Report, LookedUpPerson Person)> Of(PersonIdentity identity, CancellationToken cancellation)
    {
        var person = await trail.Find(listing: null, identity.Documents, cancellation);
        var rows = await trail.Read(person, AuditQuery.ForThePerson(), before: null, Most + 1, cancellation);
        var known = await departments.Of(rows.Where(row => row.Department.Length == 0).Select(row => row.Caller), cancellation);
        var lookups = rows.Take(Most).Select(row => Lookup(row, row.Department.Length > 0 ? row.Department : known.GetValueOrDefault(row.Caller, "")))
            .ToLookup(lookup => exceptions.For(lookup.Department));
        var withheld = lookups.Where(group => group.Key is not null)
            .Select(group => new WithheldLookups(group.Key!.Id, group.Key.Title, group.Key.Basis, group.Count()));
        return (new DisclosureReport([.. lookups[null]], rows.Count <= Most, [.. withheld]), person);
    }

    private static Lookup Lookup(AuditRow row, string department) => new(
        row.At, department, row.Kind, row.Purpose, row.ApplicationReference, row.Disclosed, row.Disclosed == DisclosureTier.Nothing);
}

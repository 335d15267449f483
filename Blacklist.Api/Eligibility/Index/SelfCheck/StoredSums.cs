using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Sums up what the read models hold while it is read: of a listing nothing is kept, but whom links reach, and what clerks found, is (ADR 0042).</summary>
internal sealed class StoredSums(IndexRows rows, IdentityVault vault)
{
    /// <summary>What an index that was filled at the snapshot's position would hold; it waits without giving up its thread.</summary>
    public IndexDigest Of(LogSnapshot snapshot, Pace pace)
    {
        var annulled = IndexRows.Annulled(snapshot);
        return new IndexDigest(
            snapshot.Position, Result(Listings(snapshot, annulled, pace)), Result(Findings(snapshot, pace)), Result(Organizations(snapshot, pace)),
            Result(IndexAtRest.SumOf(annulled, pace)));

        RowsDigest Result(RowSum sum)
        {
            pace.Keep();
            return sum.Result(vault);
        }
    }

    private RowSum Listings(LogSnapshot snapshot, HashSet<Guid> annulled, Pace pace)
    {
        var sum = new RowSum(pace);
        var links = IndexRows.Links(snapshot);
        var linked = Known(links.Everybody, snapshot);
        var standing = links.Standing();
        foreach (var (listing, person) in rows.Persons(snapshot, annulled, vault))
        {
            if ((links.Everybody.Contains(person.Id) ? standing.IdentityOf(person.Id, linked.GetValueOrDefault) : person.Identity) is { } identity)
            {
                sum.Add(new ListedPerson(identity, listing), ListingRows.Write);
            }
        }

        return sum;
    }

    private RowSum Findings(LogSnapshot snapshot, Pace pace)
    {
        var recorded = IndexRows.Findings(snapshot);
        var applicants = Known([.. recorded.Select(found => found.Applicant).Distinct()], snapshot);
        var findings = new StandingFindings(vault);
        findings.Fill(recorded, applicants.GetValueOrDefault);
        return findings.Rest().Sum(pace);
    }

    private static RowSum Organizations(LogSnapshot snapshot, Pace pace)
    {
        var sum = new RowSum(pace);
        foreach (var organization in IndexRows.Organizations(snapshot))
        {
            foreach (var name in NamedOrganization.Parsed(organization.Names))
            {
                OrganizationsAtRest.Add(sum, name, organization.Entry);
            }
        }

        return sum;
    }

    /// <summary>Who they are; those who were erased, or of whom only a wrong row speaks, are not among them.</summary>
    private Dictionary<PersonId, PersonIdentity> Known(IReadOnlyCollection<PersonId> persons, LogSnapshot snapshot) =>
        vault.OpenThere(persons, snapshot).Values.Where(person => !person.IsErased).ToDictionary(person => person.Id, person => person.Identity!);
}

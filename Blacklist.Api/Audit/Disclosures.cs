using System.Collections.Frozen;
using Blacklist.Api.Security;

namespace Blacklist.Api.Audit;

/// <summary>What reading under a permission may tell of a person; registration authorities learn the grounds of a verdict.</summary>
internal static class Disclosures
{
    private static readonly FrozenDictionary<Permission, DisclosureTier> Tiers = new Dictionary<Permission, DisclosureTier>
    {
        [Permission.ReadOrganizations] = DisclosureTier.Verdict, // references of the persons whom decisions name
        [Permission.RecordOrganizations] = DisclosureTier.Verdict,
        [Permission.PublishDispositions] = DisclosureTier.Verdict,
        [Permission.AskChecks] = DisclosureTier.Verdict,
        [Permission.ReadChecks] = DisclosureTier.Verdict,
        [Permission.ReadChecksOfOthers] = DisclosureTier.Grounds,
        [Permission.ReadStatements] = DisclosureTier.Grounds,
        [Permission.ExplainRefusals] = DisclosureTier.Grounds,
        [Permission.DraftRules] = DisclosureTier.Grounds, // a dry run names the listings it would change
        [Permission.Determine] = DisclosureTier.Grounds,
        [Permission.ReadDeadlines] = DisclosureTier.Grounds,
        [Permission.RecordDispositions] = DisclosureTier.CaseFile,
        [Permission.ProposeListings] = DisclosureTier.CaseFile,
        [Permission.ServeNotices] = DisclosureTier.CaseFile,
        [Permission.RecordStatements] = DisclosureTier.CaseFile,
        [Permission.DecideListings] = DisclosureTier.CaseFile,
        [Permission.AnnulListings] = DisclosureTier.CaseFile,
        [Permission.ChangeListings] = DisclosureTier.CaseFile,
        [Permission.ReadListings] = DisclosureTier.CaseFile,
        [Permission.LinkIdentities] = DisclosureTier.CaseFile,
        [Permission.ErasePersons] = DisclosureTier.CaseFile,
        [Permission.UnmaskIdentities] = DisclosureTier.CaseFile, // the form; what it comes to is an unmasking
        [Permission.FileAppeals] = DisclosureTier.CaseFile,
        [Permission.HandleAppeals] = DisclosureTier.CaseFile,
        [Permission.ReadAppeals] = DisclosureTier.CaseFile,
        [Permission.ReadAudit] = DisclosureTier.Trail,
        [Permission.ReportDisclosures] = DisclosureTier.Trail,
    }.ToFrozenDictionary();

    public static DisclosureTier Of(AuditKind kind, Permission? permission, Caller? caller)
    {
        if (kind == AuditKind.Unmask)
        {
            return DisclosureTier.Identity;
        }

        var tier = permission is { } used ? Tiers.GetValueOrDefault(used) : DisclosureTier.Nothing;
        return tier == DisclosureTier.Verdict && caller is not null ? OfCheck(caller) : tier;
    }

    /// <summary>A partner learns the verdict; who registers, or reads the cases anyway, learns why.</summary>
    public static DisclosureTier OfCheck(Caller caller) =>
        caller.May(Permission.ReadStatements) || caller.May(Permission.ReadListings) ? DisclosureTier.Grounds : DisclosureTier.Verdict;
}

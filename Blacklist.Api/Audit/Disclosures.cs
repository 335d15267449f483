using System.Collections.Frozen;
using Blacklist.Api.Security;

namespace Blacklist.Api.Audit;

/// <summary>What reading under a permission may tell of a person; registration authorities learn the grounds of a verdict.</summary>
internal static class Disclosures
{
    private static readonly FrozenDictionary<Permission, DisclosureTier> Tiers = new Dictionary<Permission, DisclosureTier>
    {
        [Permission.AskChecks] = DisclosureTier.Verdict,
        [Permission.ReadChecks] = DisclosureTier.Verdict,
        [Permission.ReadStatements] = DisclosureTier.Grounds,
        [Permission.ExplainRefusals] = DisclosureTier.Grounds,
        [Permission.DraftRules] = DisclosureTier.Grounds, // a dry run names the listings it would change
        [Permission.Determine] = DisclosureTier.Grounds,
        [Permission.ReadDeadlines] = DisclosureTier.Grounds,
        [Permission.ReadListings] = DisclosureTier.CaseFile,
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
        return tier == DisclosureTier.Verdict && caller?.May(Permission.ReadStatements) == true ? DisclosureTier.Grounds : tier;
    }
}

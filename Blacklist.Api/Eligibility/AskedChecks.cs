using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Security;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility;

/// <summary>Recorded checks as far as a caller reaches (<see cref="Reach.AskedCheck"/>).</summary>
internal sealed class AskedChecks(RecordedCheckRows recorded, Colleagues colleagues)
{
    /// <param name="under">The permission under which the caller reads it: what it lets the audit say that was told is all that is told.</param>
    /// <returns>Null when there is none, or none that the caller may know of; an own one is there as it was answered.</returns>
    public async Task<RecordedCheck?> Find(Guid id, Caller caller, Permission under, CancellationToken cancellation) =>
        await recorded.Find(id, cancellation) is { } check && caller.Covers(check.Region) && await colleagues.Include(caller, check.Client, cancellation)
        && (check.Client == caller.Subject || !check.TellsGrounds || Disclosures.Of(AuditKind.View, under, caller) >= DisclosureTier.Grounds)
            ? check : null;
}

/// <param name="Given">What was answered.</param>
/// <param name="Question">What was asked, as the vault sealed it.</param>
/// <param name="Client">Who asked.</param>
internal sealed record RecordedCheck(GivenAnswer Given, RegionCode Region, byte[] Question, string Client)
{
    /// <summary>The bytes that were answered.</summary>
    public byte[] Answer => Given.Answer;

    /// <summary>It was answered to who learns why.</summary>
    public bool TellsGrounds => EligibilityCheckResponse.TellsGrounds(Answer);
}

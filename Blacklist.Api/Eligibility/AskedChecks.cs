using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility;

/// <summary>Recorded checks as far as a caller reaches (<see cref="Reach.AskedCheck"/>).</summary>
internal sealed class AskedChecks(CheckRecord record, Colleagues colleagues)
{
    /// <returns>Null when there is none, or none that the caller may know of.</returns>
    public async Task<RecordedCheck?> Find(Guid id, Caller caller, CancellationToken cancellation) =>
        await record.Find(id, cancellation) is { } check && caller.Covers(check.Region) && await colleagues.Include(caller, check.Client, cancellation) ? check : null;
}

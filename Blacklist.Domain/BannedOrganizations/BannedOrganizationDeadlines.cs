using Blacklist.Domain.Deadlines;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>撤回公开: a change or an annulment of a published decision sets the deadline for its withdrawal, which meets it.</summary>
/// <remarks>One withdrawal of an organization is watched at a time: the newest that was demanded. Each decision shows its own day.</remarks>
public static class BannedOrganizationDeadlines
{
    public static readonly StreamDeadlines Of = new StreamDeadlines(BannedOrganization.Stream.Type)
        .On<BannedOrganizationRecorded>(e => DeadlineChange.In(e.Region))
        .On<WithdrawalDemanded>(e => e.WithdrawBy is { } by ? [DeadlineChange.Set(DeadlineKind.PublicationWithdrawal, by, warnFrom: by.Due)] : [])
        .On<PublicationWithdrawn>(_ => DeadlineChange.Meet(DeadlineKind.PublicationWithdrawal));
}

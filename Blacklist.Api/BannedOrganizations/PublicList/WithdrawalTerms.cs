using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.BannedOrganizations.PublicList;

/// <summary>撤回公开: within which term a changed or annulled decision leaves the public list.</summary>
internal sealed class WithdrawalTerms(Calendars calendars, Procedure procedure)
{
    /// <returns>Null when the calendar does not reach so far: neither a change nor an annulment waits for it.</returns>
    public async Task<Deadline?> WithdrawBy(DateOnly since) => (await calendars.Current()).Add(since, procedure.PublicationWithdrawal).Value;
}

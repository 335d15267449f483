using Blacklist.Api.EventLog;
using Blacklist.Api.Reference;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Appeals;

/// <summary>逾期中止: when the term for deciding an appeal passes, the effect of the contested listing rests, where the site's procedure says so.</summary>
internal sealed class LateAppeal(EventStore log, Procedure procedure)
{
    private static readonly ClerkId Clock = new("job:deadlines");

    /// <summary>A <see cref="Jobs.Consequence"/> of the term for deciding.</summary>
    public async Task<IReadOnlyList<StreamAppend>> Suspend(EventStream subject, DateTimeOffset at)
    {
        if (!procedure.SuspendWhenAuthorityIsLate)
        {
            return [];
        }

        var appeal = subject.Fold(Appeal.Initial, Appeal.Evolve);
        var stream = await log.Load(appeal.ListingId.Value);
        var outcome = AppealConsequences.OnLate(
            stream.Fold(Listing.Initial, Listing.Evolve), appeal, procedure.ReasonWhenAuthorityIsLate, Clock, LegalDate.At(at));
        return outcome is Outcome.Recorded { Events: [_, ..] facts }
            ? [new StreamAppend(appeal.ListingId.Value, Listing.Stream.Type, stream.Version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])]
            : [];
    }
}

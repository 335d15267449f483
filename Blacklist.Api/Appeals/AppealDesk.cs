using Blacklist.Api.Commands;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Appeals;

/// <summary>
/// A command on one appeal of the caller's region, with what follows for the listing, in one append: either both streams take their facts or
/// neither does. Who took part in the listing counts, so it must not move either way.
/// </summary>
internal sealed class AppealDesk(CommandDesk desk)
{
    /// <summary>Nothing follows for the listing.</summary>
    public Task<IResult> Change(Write write, ReadOnlyMemory<byte> body, FieldErrors fields, Guid id, Func<Appeal, Listing, Outcome> decide) =>
        Change<IEvent>(write, body, fields, id, decide, (_, _, _, _) => Task.FromResult(Outcome.Nothing));

    /// <param name="follow">What the fact does to the listing; a refusal refuses the whole request.</param>
    public Task<IResult> Change<TFact>(
        Write write, ReadOnlyMemory<byte> body, FieldErrors fields, Guid id, Func<Appeal, Listing, Outcome> decide,
        Func<Attempt, Listing, Appeal, TFact, Task<Outcome>> follow)
        where TFact : IEvent =>
        desk.Answer(write, body, fields, async attempt =>
        {
            var appeal = await attempt.Load(Appeal.Stream, id);
            if (!appeal.Exists || !write.Caller.Covers(appeal.State.Region))
            {
                return Problems.NotFound();
            }

            var listing = await attempt.Load(Listing.Stream, appeal.State.ListingId.Value);
            var decided = decide(appeal.State, listing.State);
            var followed = decided is Outcome.Recorded { Events: [TFact fact] } ? await follow(attempt, listing.State, appeal.State, fact) : Outcome.Nothing;
            return Record(attempt, appeal, decided, listing, followed, answer => answer.Ok());
        });

    /// <summary>Both outcomes as one step.</summary>
    public static Step Record(
        Attempt attempt, Loaded<Appeal> appeal, Outcome decided, Loaded<Listing> listing, Outcome followed, Func<AppealAnswer, Answer> answer,
        IReadOnlyList<SideRow>? sideRows = null)
    {
        IReadOnlyList<IEvent> facts = followed is Outcome.Recorded recorded ? recorded.Events : [];
        var after = facts.Aggregate(listing.State, Listing.Evolve);
        return attempt.Record(
            appeal,
            followed is Outcome.Refused ? followed : decided,
            (state, version) => answer(AppealAnswer.Of(state, after, version)),
            sideRows,
            restsOn: listing.Append(facts));
    }
}

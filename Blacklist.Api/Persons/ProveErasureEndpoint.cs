using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Vault.Erasure;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

/// <param name="Identities">How many of the vault were this person.</param>
/// <param name="LogPosition">Where the log says it.</param>
/// <param name="KeysDestroyed">No data key and no sealed record of any of them is there.</param>
/// <param name="DigestsLeft">By which one of them could still be found by a document.</param>
/// <param name="StatementsLeft">Of their own words.</param>
/// <param name="OpensToNobody">The vault was asked for each of them with all its keys, and knew none.</param>
/// <param name="Facts">How many the streams of the person and of the listings hold.</param>
/// <param name="FactsUnbroken">They are numbered without a gap, as if nobody had been erased.</param>
/// <param name="Holds">All of it is so.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record ErasureProof(
    Guid ListingId, int Identities, DateTimeOffset ErasedAt, long LogPosition, bool KeysDestroyed, long DigestsLeft, long StatementsLeft, bool OpensToNobody,
    int Facts, bool FactsUnbroken, bool Holds);

internal static class ProveErasureEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listing) => listing.MapGet("/erasure", Handle)
        .Summary("Prove that the person of a listing is erased", "Looked at anew with each call: what is left in the vault, and whether the log still is what it was. 404 for a person who is not erased.")
        .Answers<ErasureProof>(StatusCodes.Status200OK)
        .Problems(ProblemKinds.NotFound);

    public static async Task<IResult> Handle(Guid id, Caller caller, EventStore log, PersonGroupRows groups, VaultRemains remains, CancellationToken cancellation)
    {
        var listing = (await log.Load(id)).Fold(Listing.Initial, Listing.Evolve);
        if (Equals(listing, Listing.Initial) || !caller.Covers(listing.Region))
        {
            return Problems.NotFound();
        }

        var stream = await log.Load(listing.PersonId.Value);
        if (stream.Events.FirstOrDefault(fact => fact.Data is PersonErased) is not { Data: PersonErased erased } recorded)
        {
            return Problems.NotFound();
        }

        var left = await remains.Of([erased.PersonId, .. erased.Identities], cancellation);
        var streams = new List<EventStream> { stream };
        foreach (var other in (await groups.Of(erased.PersonId)).Listings)
        {
            streams.Add(await log.Load(other));
        }

        var unbroken = streams.TrueForAll(IsUnbroken);
        return Answer.Ok(new ErasureProof(
            id, left.Persons, recorded.RecordedAt, recorded.Position, left.Sealed == 0, left.Digests, left.Statements, left.OpensToNobody,
            streams.Sum(one => one.Events.Count), unbroken, left.IsNothing && left.Persons == 1 + erased.Identities.Count && unbroken));
    }

    private static bool IsUnbroken(EventStream stream) =>
        stream.Events.Select(fact => fact.Version).SequenceEqual(Enumerable.Range(1, (int)stream.Version).Select(number => (long)number));
}

using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <summary>A command on one listing of the caller's region; a listing of another region is not there.</summary>
internal sealed class ListingDesk(CommandDesk desk)
{
    public Task<IResult> Change(Write write, ReadOnlyMemory<byte> body, FieldErrors fields, Guid id, Func<Listing, Outcome> decide) =>
        desk.Answer(write, body, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, id);
            return listing.Exists && write.Caller.Covers(listing.State.Region)
                ? attempt.Record(listing, decide(listing.State), ListingAnswer.Of)
                : Problems.NotFound();
        });
}

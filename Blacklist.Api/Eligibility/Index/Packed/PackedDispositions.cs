using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>The decisions that listings rest on, once each.</summary>
internal sealed class PackedDispositions(IReadOnlyList<PackedDisposition> all)
{
    private readonly Guid[] _ids = [.. all.Select(one => one.Id)];
    private readonly bool[] _annulled = [.. all.Select(one => one.Annulled)];
    private readonly PackedTexts _documents = new([.. all.Select(one => one.Document)]);

    public PackedDisposition this[int place] => new(_ids[place], _documents[place].ToString(), _annulled[place]);

    /// <summary>Several when listings know different things of it.</summary>
    public HashSet<int> PlacesOf(Guid disposition) => [.. Enumerable.Range(0, _ids.Length).Where(place => _ids[place] == disposition)];
}

/// <param name="Document">Its document number.</param>
internal readonly record struct PackedDisposition(Guid Id, string Document, bool Annulled)
{
    public static PackedDisposition Of(ListingFacts listing) => new(listing.DispositionId, listing.DispositionDocument, listing.DispositionAnnulled);
}

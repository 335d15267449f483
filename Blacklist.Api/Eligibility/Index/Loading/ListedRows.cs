using System.Text;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;
using Npgsql;

namespace Blacklist.Api.Eligibility.Index.Loading;

/// <summary>Every listing of the read model; most words of a row are those of the row before.</summary>
/// <param name="annulled">Decisions that were annulled.</param>
/// <param name="changes">What happened to listings since they were decided.</param>
internal sealed class ListedRows(IReadOnlySet<Guid> annulled, IReadOnlyDictionary<ListingId, ListingChanges> changes)
{
    private const string Columns =
        "listing_id, number, person_id, disposition_id, disposition, disposition_date, disposition_document, part, registered_as, region, status";

    private readonly RepeatedWord<DispositionKind> _disposition = new(EnumWords.Read<DispositionKind>);
    private readonly RepeatedWord<string> _document = new(text => text);
    private readonly RepeatedWord<Part> _part = new(EnumWords.Read<Part>);
    private readonly RepeatedWord<OrganizationKind?> _registeredAs = new(word => word.Length == 0 ? null : EnumWords.Read<OrganizationKind>(word));
    private readonly RepeatedWord<RegionCode> _region = new(code => RegionCode.Parse(code).Value!);
    private readonly RepeatedWord<ListingStatus> _status = new(EnumWords.Read<ListingStatus>);

    /// <summary>It waits without giving up its thread.</summary>
    public IEnumerable<ListingFacts> Read(NpgsqlConnection connection) =>
        CopiedRows.Of(connection, $"SELECT {Columns} FROM listed_person").SelectMany(rows => All(rows, Read));

    /// <summary>Each with its person.</summary>
    public IEnumerable<(ListingFacts Listing, OpenedPerson Person)> Read(NpgsqlConnection connection, IdentityVault vault) =>
        CopiedRows.Of(connection, $"SELECT {Columns}, {IdentityVault.PersonColumns} FROM listed_person {IdentityVault.PersonsJoined}")
            .SelectMany(rows => All(rows, (ref row) =>
            {
                var listing = Read(ref row);
                return (listing, vault.Open(listing.PersonId, ref row));
            }));

    private static List<T> All<T>(CopiedRows rows, Reading<T> read)
    {
        using (rows)
        {
            var all = new List<T>();
            for (var row = rows.Read(); row.Next();)
            {
                all.Add(read(ref row));
            }

            return all;
        }
    }

    private ListingFacts Read(ref CopiedRows.Reader row)
    {
        var (id, number, person, disposition) = (new ListingId(row.Guid()), row.Text(), new PersonId(row.Guid()), row.Guid());
        return new ListingFacts(
            id, number, person, disposition, _disposition.Of(row.Bytes()), row.Date(), _document.Of(row.Bytes()), _part.Of(row.Bytes()),
            _registeredAs.Of(row.Bytes()), _region.Of(row.Bytes()), _status.Of(row.Bytes()),
            annulled.Contains(disposition), changes.GetValueOrDefault(id, ListingChanges.None));
    }

    private delegate T Reading<out T>(ref CopiedRows.Reader row);

    /// <summary>What a word means, looked up only when it is another than before.</summary>
    private sealed class RepeatedWord<T>(Func<string, T> meaning)
    {
        private readonly Dictionary<string, T> _known = [];
        private byte[] _word = [];
        private T _last = default!;
        private bool _any;

        public T Of(ReadOnlySpan<byte> word)
        {
            if (_any && word.SequenceEqual(_word))
            {
                return _last;
            }

            (_any, _word) = (true, word.ToArray());
            var text = Encoding.UTF8.GetString(word);
            return _last = _known.TryGetValue(text, out var known) ? known : _known[text] = meaning(text);
        }
    }
}

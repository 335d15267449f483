using System.Runtime.InteropServices;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.EventLog;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>An organization as the index keeps it; several names are several entries.</summary>
/// <param name="RecordedAt">Log position of its recording; they are numbered in this order.</param>
/// <param name="Public">What of it everybody may know.</param>
internal sealed record NamedOrganization(Guid Id, IReadOnlyList<string> Names, KnownDispositions Dispositions, PublicEntry Public, long RecordedAt)
{
    public OrganizationEntry Entry => new(Id, RecordedAt, Dispositions.Result, Public);

    /// <summary>Those by which it is found.</summary>
    public static IEnumerable<OrganizationName> Parsed(IEnumerable<string> names) =>
        names.Select(OrganizationName.Parse).Select(parsed => parsed.Value).OfType<OrganizationName>();
}

/// <summary>An organization on the public list that a name calls to mind.</summary>
internal sealed record PublicHit(Guid Id, OrganizationHit Hit, PublicEntry Entry);

/// <summary>To whom a name belongs, and what may be said of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrganizationEntry(Guid Id, long RecordedAt, OrganizationStanding Standing, PublicEntry Public);

/// <summary>Names of known organizations in the order they were recorded; one writer, readers without a lock. New names go to a small part that is merged when it grows.</summary>
internal sealed class KnownOrganizations
{
    private const int MostRecent = 256;
    private readonly List<KnownOrganization> _names = [];
    private readonly List<(Guid Id, long RecordedAt)> _ids = [];
    private readonly Dictionary<Guid, KnownDispositions> _dispositions = [];
    private readonly Dictionary<Guid, PublicEntry> _public = [];
    private bool _changed;
    private volatile State _state = new(new OrganizationNameIndex([]), []);

    public void Fill(IEnumerable<NamedOrganization> organizations)
    {
        foreach (var organization in organizations)
        {
            _dispositions[organization.Id] = organization.Dispositions;
            _public[organization.Id] = organization.Public;
            AddNames(organization.Id, organization.Names, organization.RecordedAt);
        }

        _changed = true;
        Publish();
    }

    public void Apply(EventEnvelope recorded)
    {
        var stream = recorded.StreamId;
        if (PublicEntry.Evolve(_public.GetValueOrDefault(stream), recorded.Data) is { } entry)
        {
            _changed |= !ReferenceEquals(entry, _public.GetValueOrDefault(stream));
            _public[stream] = entry;
        }

        switch (recorded.Data)
        {
            case BannedOrganizationRecorded e:
                _dispositions[stream] = KnownDispositions.Of(e);
                AddNames(stream, [e.Name, .. e.Aliases], recorded.Position);
                break;
            case DispositionRecorded e:
                _dispositions[stream] = _dispositions[stream].With(e.DispositionId, e.Kind);
                break;
            case DispositionAnnulled e:
                _dispositions[stream] = _dispositions[stream].Without(e.DispositionId);
                break;
            default:
                return;
        }

        _changed = true;
    }

    public IReadOnlyList<OrganizationHit> Imitated(OrganizationName name)
    {
        var state = _state;
        return [.. state.Names.Imitated(name).Select(state.AsItStands)];
    }

    /// <summary>As if nothing had been recorded after the position.</summary>
    public IReadOnlyList<OrganizationHit> Imitated(OrganizationName name, long position)
    {
        var state = _state;
        return state.Names.Imitated(name, state.KnownAt(position));
    }

    /// <summary>Among those on the public list.</summary>
    public IReadOnlyList<PublicHit> Search(OrganizationName typed, int most)
    {
        var state = _state;
        return [.. state.Names.Search(typed, most, state.IsPublic).Select(hit => state.ForThePublic(state.AsItStands(hit)))];
    }

    /// <summary>All of it as readers see it now, to be summed up later; only while nothing is applied.</summary>
    public OrganizationsAtRest Rest() => new([.. _names.Select(known => known.Name)], _state.Ids);

    public Guid IdOf(KnownOrganization known) => _state.Ids[known.Handle].Id;

    private void AddNames(Guid id, IEnumerable<string> names, long recordedAt)
    {
        foreach (var name in NamedOrganization.Parsed(names))
        {
            _names.Add(new KnownOrganization(_ids.Count, name, OrganizationStanding.Published));
            _ids.Add((id, recordedAt));
        }
    }

    /// <summary>Shows readers what was applied.</summary>
    public void Publish()
    {
        if (!_changed)
        {
            return;
        }

        _changed = false;
        var before = _state.Names;
        _state = new State(
            _names.Count - before.Settled > MostRecent ? new OrganizationNameIndex(_names) : before.With(_names.Skip(before.Settled)),
            [.. _ids.Select(known => new OrganizationEntry(known.Id, known.RecordedAt, _dispositions[known.Id].Result, _public[known.Id]))]);
    }

    private sealed record State(OrganizationNameIndex Names, OrganizationEntry[] Ids)
    {
        /// <summary>How many names there were at the position.</summary>
        public int KnownAt(long position)
        {
            var (from, to) = (0, Ids.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                (from, to) = Ids[middle].RecordedAt <= position ? (middle + 1, to) : (from, middle);
            }

            return from;
        }

        public bool IsPublic(KnownOrganization known) => Ids[known.Handle].Public.Published.Any();

        public PublicHit ForThePublic(OrganizationHit hit) => new(Ids[hit.Organization.Handle].Id, hit, Ids[hit.Organization.Handle].Public);

        public OrganizationHit AsItStands(OrganizationHit hit) =>
            hit with { Organization = hit.Organization with { Standing = Ids[hit.Organization.Handle].Standing } };
    }
}

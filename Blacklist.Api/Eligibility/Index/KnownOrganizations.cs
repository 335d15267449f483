using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>An organization as the index keeps it; several names are several entries.</summary>
internal sealed record NamedOrganization(Guid Id, IReadOnlyList<string> Names, KnownDispositions Dispositions);

/// <summary>Names of known organizations; one writer, readers without a lock. New names go to a small part that is merged when it grows.</summary>
internal sealed class KnownOrganizations
{
    private const int MostRecent = 256;
    private readonly List<KnownOrganization> _names = [];
    private readonly List<Guid> _ids = [];
    private readonly Dictionary<Guid, KnownDispositions> _dispositions = [];
    private bool _changed;
    private volatile State _state = new(new OrganizationNameIndex([]), new OrganizationNameIndex([]), 0, []);

    public void Fill(IEnumerable<NamedOrganization> organizations)
    {
        foreach (var organization in organizations)
        {
            _dispositions[organization.Id] = organization.Dispositions;
            AddNames(organization.Id, organization.Names);
        }

        _changed = true;
        Publish();
    }

    public void Apply(Guid stream, IEvent fact)
    {
        switch (fact)
        {
            case BannedOrganizationRecorded e:
                _dispositions[stream] = KnownDispositions.Of(e);
                AddNames(stream, [e.Name, .. e.Aliases]);
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
        return [.. state.Main.Imitated(name).Concat(state.Recent.Imitated(name)).Select(state.AsItStands).OrderBy(hit => hit.Match.Grade).ThenByDescending(hit => hit.Match.Likeness)];
    }

    public IReadOnlyList<OrganizationHit> Search(OrganizationName typed, int most)
    {
        var state = _state;
        return [.. state.Main.Search(typed, most).Concat(state.Recent.Search(typed, most)).Select(state.AsItStands).OrderByDescending(hit => hit.Rank).Take(most)];
    }

    public Guid IdOf(KnownOrganization known) => _state.Ids[known.Handle].Id;

    private void AddNames(Guid id, IEnumerable<string> names)
    {
        foreach (var name in names.Select(OrganizationName.Parse).Select(parsed => parsed.Value).OfType<OrganizationName>())
        {
            _names.Add(new KnownOrganization(_ids.Count, name, OrganizationStanding.Published));
            _ids.Add(id);
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
        var before = _state;
        var merge = _names.Count - before.Settled > MostRecent;
        var settled = merge ? _names.Count : before.Settled;
        _state = new State(
            merge ? new OrganizationNameIndex(_names) : before.Main,
            new OrganizationNameIndex(_names.Skip(settled)), settled, [.. _ids.Select(id => (id, _dispositions[id].Result))]);
    }

    /// <param name="Settled">How many names the main part holds.</param>
    private sealed record State(
        OrganizationNameIndex Main, OrganizationNameIndex Recent, int Settled, (Guid Id, OrganizationStanding Standing)[] Ids)
    {
        public OrganizationHit AsItStands(OrganizationHit hit) =>
            hit with { Organization = hit.Organization with { Standing = Ids[hit.Organization.Handle].Standing } };
    }
}

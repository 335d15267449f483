using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <summary>Streams of the log and identities of the vault, each read once for all questions put to one reading.</summary>
internal sealed class PastStreams(EventStore log, IdentityVault vault)
{
    private const int StreamsAtOnce = 2_000;

    private readonly Dictionary<Guid, IReadOnlyList<EventEnvelope>> _streams = [];
    private readonly Dictionary<PersonId, PersonIdentity?> _identities = [];

    public async Task Read(IEnumerable<Guid> streams)
    {
        foreach (var missing in streams.Distinct().Where(stream => !_streams.ContainsKey(stream)).Chunk(StreamsAtOnce))
        {
            var found = await log.Load(missing);
            foreach (var stream in missing)
            {
                _streams[stream] = found.TryGetValue(stream, out var known) ? known.Events : [];
            }
        }
    }

    public async Task Read(IEnumerable<PersonId> persons)
    {
        foreach (var missing in persons.Distinct().Where(person => !_identities.ContainsKey(person)).Chunk(StreamsAtOnce))
        {
            foreach (var (id, person) in await vault.Open(missing))
            {
                _identities[id] = person.Identity;
            }
        }
    }

    /// <summary>The facts of a stream that was read, up to a position.</summary>
    public IEnumerable<EventEnvelope> UpTo(Guid stream, long position) => _streams[stream].TakeWhile(recorded => recorded.Position <= position);

    /// <summary>Null for somebody who was erased since: who that was, nobody can tell any more.</summary>
    public PersonIdentity? Identity(PersonId person) => _identities[person];
}

using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.EventLog;

namespace Blacklist.Api.Projections;

/// <summary>The read models that every append keeps up in its own transaction.</summary>
internal sealed class InlineProjections
{
    private readonly Dictionary<Type, List<(int Order, Projection.Registration Registration)>> byEvent = [];
    private readonly List<ArrayStatement> statements;
    private readonly HashSet<Type> together;

    public InlineProjections(params IReadOnlyList<Projection> projections)
    {
        All = projections;
        Digest = projections.Count == 0
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(projections.Select(made => made.Digest).Order()))));
        var registrations = projections.SelectMany(made => made.Registrations).ToList();
        statements = [.. registrations.Select(known => known.Statement).Distinct()];
        foreach (var registration in registrations)
        {
            if (!byEvent.TryGetValue(registration.Event, out var known))
            {
                byEvent.Add(registration.Event, known = []);
            }

            known.Add((statements.IndexOf(registration.Statement), registration));
        }

        together = [.. byEvent.Where(known => known.Value.TrueForAll(one => one.Registration.Statement.TakesSeveralOfAStream)).Select(known => known.Key)];
    }

    public IReadOnlyList<Projection> All { get; }

    /// <summary>Says which read models these are; a database that has others takes no append from this node.</summary>
    public string Digest { get; }

    /// <summary>
    /// What to run for some events: the first event of every stream, then the second of every stream and so on, within each such round
    /// one call a statement. Order within a stream holds, and hundreds of new streams cost a few statements. Events in a row that may
    /// go together are one step of their stream.
    /// </summary>
    public IEnumerable<(ArrayStatement Statement, IReadOnlyList<object?[]> Rows)> Plan(IEnumerable<ProjectedEvent> events) =>
        Rounds(events).SelectMany(Calls);

    private List<List<ProjectedEvent>> Rounds(IEnumerable<ProjectedEvent> events)
    {
        var rounds = new List<List<ProjectedEvent>>();
        var last = new Dictionary<Guid, (int Round, Type Event)>();
        foreach (var recorded in events)
        {
            var type = recorded.Data.GetType();
            var round = !last.TryGetValue(recorded.StreamId, out var before) ? 0
                : before.Event == type && together.Contains(type) ? before.Round
                : before.Round + 1;
            last[recorded.StreamId] = (round, type);
            if (round == rounds.Count)
            {
                rounds.Add([]);
            }

            rounds[round].Add(recorded);
        }

        return rounds;
    }

    private IEnumerable<(ArrayStatement Statement, IReadOnlyList<object?[]> Rows)> Calls(List<ProjectedEvent> round)
    {
        var calls = new SortedDictionary<int, List<object?[]>>();
        foreach (var recorded in round)
        {
            foreach (var (order, registration) in byEvent.GetValueOrDefault(recorded.Data.GetType()) ?? [])
            {
                if (!calls.TryGetValue(order, out var rows))
                {
                    calls.Add(order, rows = []);
                }

                rows.AddRange(registration.Rows(recorded));
            }
        }

        return calls.Where(call => call.Value.Count > 0).Select(call => (statements[call.Key], (IReadOnlyList<object?[]>)call.Value));
    }
}

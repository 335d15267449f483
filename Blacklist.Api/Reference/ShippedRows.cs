using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Reference;

/// <summary>Offers the rows of a shipped file to a stream at the start; what is taken is recorded as done by the reference data.</summary>
internal sealed class ShippedRows(EventStore log)
{
    /// <param name="offer">What one row comes to in the stream as it stands after those before it.</param>
    public async Task Offer<TState, TRow>(StreamKind<TState> kind, Guid id, IReadOnlyList<TRow> rows, Func<TState, TRow, Outcome> offer)
    {
        AppendResult result;
        do
        {
            var stream = await log.Load(id);
            var state = stream.Fold(kind.Initial, kind.Evolve);
            var facts = new List<NewEvent>();
            foreach (var fact in rows.SelectMany(row => ((Outcome.Recorded)offer(state, row)).Events))
            {
                facts.Add(new NewEvent(Guid.CreateVersion7(), fact));
                state = kind.Evolve(state, fact);
            }

            if (facts.Count == 0)
            {
                return;
            }

            result = await log.Append(new AppendRequest([new StreamAppend(id, kind.Type, stream.Version, facts)], ClerkId.ReferenceData.Value));
        }
        while (result is AppendResult.VersionConflict); // another node starts at the same time
    }
}

using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Vault.Opening;

/// <summary>Opens all persons at once: every core reads some hundred rows when it has none left, and opens them.</summary>
/// <param name="wanted">Whom to open; the others are passed over.</param>
/// <param name="each">Told of one after the other on every core.</param>
internal sealed class Everybody(KeyRing keys, Func<PersonId, bool> wanted, Action<OpenedPerson> each)
{
    public void Open(LogSnapshot snapshot)
    {
        var rows = Partitioner.Create(CopiedRows.Of(snapshot.Connection, PersonRecord.Select), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(rows, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Open);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private void Open(CopiedRows rows)
    {
        using (rows)
        {
            for (var row = rows.Read(); row.Next();)
            {
                var id = new PersonId(row.Guid());
                if (wanted(id))
                    each(SealedPerson.Open(id, ref row, keys));
            }
        }
    }
}

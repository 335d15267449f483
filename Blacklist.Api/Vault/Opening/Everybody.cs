using Blacklist.Api.EventLog;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.Vault.Opening;

/// <summary>Opens all persons at once: one thread reads rows, all cores decrypt them.</summary>
/// <param name="wanted">Whom to open; the others are passed over.</param>
internal sealed class Everybody(KeyRing keys, Func<PersonId, bool> wanted)
{
    public IEnumerable<OpenedPerson> Open(NpgsqlConnection connection)
    {
        var underWay = new Queue<Task<List<OpenedPerson>>>();
        foreach (var rows in CopiedRows.Of(connection, PersonRecord.Select))
        {
            underWay.Enqueue(Task.Run(() => Open(rows)));
            if (underWay.Count <= Environment.ProcessorCount)
                continue;
            foreach (var person in underWay.Dequeue().GetAwaiter().GetResult())
                yield return person;
        }

        while (underWay.TryDequeue(out var batch))
        {
            foreach (var person in batch.GetAwaiter().GetResult())
                yield return person;
        }
    }

    private List<OpenedPerson> Open(CopiedRows rows)
    {
        using (rows)
        {
            var persons = new List<OpenedPerson>();
            for (var row = rows.Read(); row.Next();)
            {
                var id = new PersonId(row.Guid());
                if (wanted(id))
                    persons.Add(Open(id, ref row));
            }

            return persons;
        }
    }

    private OpenedPerson Open(PersonId id, ref CopiedRows.Reader row)
    {
        var algorithm = (byte)row.Short();
        var masterKey = row.Bytes();
        return row.IsNull ? new OpenedPerson(id, null) : new SealedPerson(id, algorithm, masterKey, row.Bytes(), row.Bytes()).Open(keys);
    }
}

using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.EventLog.Appending;

/// <summary>The call of <c>registry.append</c> for a group: one array a column (schema/0002_append.sql names them).</summary>
internal static class AppendCommand
{
    private const string Sql =
        "SELECT position_before FROM registry.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

    public static NpgsqlBatchCommand For(IReadOnlyList<PendingAppend> group, string readModels)
    {
        var command = new NpgsqlBatchCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = readModels, NpgsqlDbType = NpgsqlDbType.Text });
        AddStreams(command, group);
        AddEvents(command, group);
        AddAnswers(command, group);
        return command;
    }

    private static void AddStreams(NpgsqlBatchCommand command, IReadOnlyList<PendingAppend> group)
    {
        var count = group.Sum(pending => pending.Streams.Count);
        var (requests, ids, types) = (new int[count], new Guid[count], new string[count]);
        var (versions, additions) = (new long[count], new long[count]);
        var row = 0;
        for (var request = 0; request < group.Count; request++)
        {
            foreach (var stream in group[request].Request.Streams)
            {
                (requests[row], ids[row], types[row]) = (request, stream.StreamId, stream.StreamType);
                (versions[row], additions[row]) = (stream.ExpectedVersion, stream.Events.Count);
                row++;
            }
        }

        Add(command, requests, NpgsqlDbType.Integer);
        Add(command, ids, NpgsqlDbType.Uuid);
        Add(command, types, NpgsqlDbType.Text);
        Add(command, versions, NpgsqlDbType.Bigint);
        Add(command, additions, NpgsqlDbType.Bigint);
    }

    private static void AddEvents(NpgsqlBatchCommand command, IReadOnlyList<PendingAppend> group)
    {
        var count = group.Sum(pending => pending.EventCount);
        var (ids, streams, versions) = (new Guid[count], new Guid[count], new long[count]);
        var (types, data, users) = (new string[count], new string[count], new string[count]);
        var row = 0;
        foreach (var pending in group)
        {
            foreach (var stream in pending.Streams)
            {
                for (var place = 0; place < stream.Events.Count; place++, row++)
                {
                    (ids[row], streams[row]) = (stream.Append.Events[place].Id, stream.Append.StreamId);
                    versions[row] = stream.Append.ExpectedVersion + place + 1;
                    (types[row], data[row], users[row]) = (stream.Events[place].Name, stream.Events[place].Json, pending.Request.By);
                }
            }
        }

        Add(command, ids, NpgsqlDbType.Uuid);
        Add(command, streams, NpgsqlDbType.Uuid);
        Add(command, versions, NpgsqlDbType.Bigint);
        Add(command, types, NpgsqlDbType.Text);
        Add(command, data, NpgsqlDbType.Text);
        Add(command, users, NpgsqlDbType.Text);
    }

    private static void AddAnswers(NpgsqlBatchCommand command, IReadOnlyList<PendingAppend> group)
    {
        var answers = group.Index().Where(pending => pending.Item.Request.Answer is not null)
            .Select(pending => (Request: pending.Index, Answer: pending.Item.Request.Answer!)).ToArray();
        Add(command, Array.ConvertAll(answers, given => given.Request), NpgsqlDbType.Integer);
        Add(command, Array.ConvertAll(answers, given => given.Answer.Client), NpgsqlDbType.Text);
        Add(command, Array.ConvertAll(answers, given => given.Answer.Key), NpgsqlDbType.Text);
        Add(command, Array.ConvertAll(answers, given => given.Answer.RequestMac), NpgsqlDbType.Bytea);
        Add(command, Array.ConvertAll(answers, given => given.Answer.StatusCode), NpgsqlDbType.Integer);
        Add(command, Array.ConvertAll(answers, given => given.Answer.Location), NpgsqlDbType.Text);
        Add(command, Array.ConvertAll(answers, given => given.Answer.Body), NpgsqlDbType.Bytea);
    }

    private static void Add<T>(NpgsqlBatchCommand command, T[] values, NpgsqlDbType element) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element });
}

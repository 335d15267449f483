using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Regions;
using Npgsql;

namespace Blacklist.Api.Eligibility.Receipts;

/// <summary>Reads single answers from <c>registry.eligibility_checks</c>.</summary>
internal sealed class RecordedCheckRows(WithinReach database)
{
    public async Task<RecordedCheck?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"SELECT {GivenAnswerRows.Columns}, region, question, client FROM registry.eligibility_checks AS given {GivenAnswerRows.Join} WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new RecordedCheck(
                GivenAnswerRows.Read(reader), RegionCode.Parse(reader.GetString(GivenAnswerRows.Width)).Value!, reader.GetFieldValue<byte[]>(GivenAnswerRows.Width + 1),
                reader.GetString(GivenAnswerRows.Width + 2))
            : null;
    }
}

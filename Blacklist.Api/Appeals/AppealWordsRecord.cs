using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Npgsql;

namespace Blacklist.Api.Appeals;

/// <summary>Persons' own words to closed appeals, by the month of the closing (<c>schema/0069_words_of_closed_appeals_are_forgotten.sql</c>).</summary>
internal sealed class AppealWordsRecord(NpgsqlDataSource database) : KeptMonths("closedAppeals")
{
    public override Task Prepare(DateOnly day) => Task.CompletedTask;

    /// <summary>Without words that a listing in force still carries.</summary>
    public override async Task<IReadOnlyList<DateOnly>> Months()
    {
        await using var command = database.CreateCommand("SELECT DISTINCT month FROM registry.words_of_closed_appeals() ORDER BY month");
        await using var reader = await command.ExecuteReaderAsync();
        var months = new List<DateOnly>();
        while (await reader.ReadAsync())
        {
            months.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return months;
    }

    public override async Task<long> Drop(JobTurn turn, DateOnly month, string period)
    {
        var count = 0L;
        await turn.Write(async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT registry.forget_words_of_closed_appeals($1, $2)", connection);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = period });
            count = (long)(await command.ExecuteScalarAsync())!;
        });
        return count;
    }

    public override async Task<IReadOnlyList<DroppedMonth>> Dropped(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT month, words, retention, forgotten_at FROM registry.forgotten_appeal_words ORDER BY month");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var dropped = new List<DroppedMonth>();
        while (await reader.ReadAsync(cancellation))
        {
            dropped.Add(new DroppedMonth(reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return dropped;
    }
}

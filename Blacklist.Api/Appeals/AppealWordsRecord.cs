using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Npgsql;

namespace Blacklist.Api.Appeals;

/// <summary>
/// Persons' own words to closed appeals, by the month of the closing (<c>schema/0069_words_of_closed_appeals_are_forgotten.sql</c>), without those that a
/// listing in force still carries.
/// </summary>
internal sealed class AppealWordsRecord(NpgsqlDataSource database) : KeptMonths(
    "closedAppeals", database,
    months: "SELECT DISTINCT month FROM registry.words_of_closed_appeals() ORDER BY month",
    dropped: "SELECT month, words, retention, forgotten_at FROM registry.forgotten_appeal_words ORDER BY month")
{
    public override Task Prepare(DateOnly day) => Task.CompletedTask;

    public override Task<long> Drop(JobTurn turn, DateOnly month, string period) =>
        Drop(turn, "SELECT registry.forget_words_of_closed_appeals($1, $2)", month, period);
}

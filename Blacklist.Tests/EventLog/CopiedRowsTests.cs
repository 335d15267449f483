using System.Diagnostics;
using Blacklist.Api.EventLog;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.EventLog;

public sealed class CopiedRowsTests
{
    private const int Rows = 20_000;
    private const int Large = 300_000;

    /// <summary>Every 5,000th row is larger than what is read at once, every third has a column without a value.</summary>
    private static readonly string Query =
        $"""
        SELECT '00000000-0000-7000-8000-000000000000'::uuid, (n % 1000)::smallint,
               CASE WHEN n % 5000 = 0 THEN repeat('大', {Large}) WHEN n % 3 > 0 THEN '小' || n END, DATE '1999-12-31' + n
          FROM generate_series(1, {Rows}) AS n
        """;

    [Fact]
    public async Task Rows_of_any_size_come_whole_and_in_order()
    {
        await using var database = await VaultDatabase.Create();
        await using var connection = await database.App.OpenConnectionAsync();
        var n = 0;
        foreach (var rows in CopiedRows.Of(connection, Query))
        {
            using (rows)
            {
                for (var row = rows.Read(); row.Next();)
                {
                    n++;
                    row.Guid().ShouldBe(new Guid("00000000-0000-7000-8000-000000000000"));
                    row.Short().ShouldBe((short)(n % 1000));
                    row.IsNull.ShouldBe(n % 5000 != 0 && n % 3 == 0);
                    row.Text().ShouldBe(n % 5000 == 0 ? new string('大', Large) : n % 3 > 0 ? $"小{n}" : "");
                    row.Date().ShouldBe(new DateOnly(1999, 12, 31).AddDays(n));
                }
            }
        }

        n.ShouldBe(Rows);
    }

    [Fact]
    public async Task Columns_that_are_not_read_are_passed_over_and_the_connection_serves_on()
    {
        await using var database = await VaultDatabase.Create();
        await using var connection = await database.App.OpenConnectionAsync();
        var last = 0;
        foreach (var rows in CopiedRows.Of(connection, $"SELECT (n % 1000)::smallint, repeat('x', n) FROM generate_series(1, {Rows / 100}) AS n"))
        {
            using (rows)
            {
                for (var row = rows.Read(); row.Next();)
                {
                    last = row.Short();
                }
            }
        }

        last.ShouldBe(Rows / 100);
        CopiedRows.Of(connection, "SELECT 1 WHERE false").Select(rows => rows.Read().Next()).ShouldBe([false]);
    }

    [Fact]
    public async Task Who_stops_in_the_middle_does_not_wait_for_the_rest_and_the_connection_serves_on()
    {
        await using var database = await VaultDatabase.Create();
        await using var connection = await database.App.OpenConnectionAsync();
        var waited = Stopwatch.StartNew();
        using (var some = CopiedRows.Of(connection, "SELECT generate_series(1, 2000000000)").First())
        {
            some.Read().Next().ShouldBeTrue();
        }

        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
        CopiedRows.Of(connection, "SELECT 1::smallint").Select(rows => rows.Read().Next()).ShouldBe([true]);
    }
}

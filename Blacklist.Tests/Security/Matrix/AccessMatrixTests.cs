using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Security.Matrix;

/// <summary>
/// Every endpoint by every kind of caller: what is answered is what the table of access says, and what is refused changes nothing and leaves one record in the audit.
/// </summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const int AtOnce = 8;

    private readonly ConcurrentBag<string> _differences = [];
    private RegistryNode _node = null!;
    private MatrixWorld _world = null!;
    private HttpClient _http = null!;
    private IReadOnlyList<(AccessRow Row, MatrixCaller Caller)> _cells = [];
    private long _refusals;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _world = await MatrixWorld.Tell(_node);
        _http = new HttpClient { BaseAddress = _node.Url };
        _cells = [.. from row in AccessRow.All(_node.Service<EndpointDataSource>()) from caller in MatrixCaller.All(_node) select (row, caller)];
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task Every_endpoint_answers_every_kind_of_caller_as_the_table_says()
    {
        var (before, seen) = (await Everything(), await Audited());
        await Try(_cells.Where(cell => cell.Caller.Refusal(cell.Row) is not null), Refused);
        (await Everything()).ShouldBe(before);
        (await Audited() - seen).ShouldBe(_refusals);

        await Try(_cells.Where(cell => cell.Caller.Refusal(cell.Row) is null), Answered);
        _differences.Order(StringComparer.Ordinal).ShouldBeEmpty();
        _cells.Count.ShouldBeGreaterThan(5000);
    }

    private Task Try(IEnumerable<(AccessRow Row, MatrixCaller Caller)> cells, Func<AccessRow, MatrixCaller, Task> look) =>
        Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cell, _) => await look(cell.Row, cell.Caller));

    /// <summary>By the status of the table; and what lies elsewhere is answered like what does not exist, to the letter.</summary>
    private async Task Refused(AccessRow row, MatrixCaller caller)
    {
        var expected = caller.Refusal(row)!.Value;
        using var answer = await Send(row, caller, absent: false);
        Count(caller);
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != expected || answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || answer.Headers.ETag is not null)
        {
            _differences.Add($"{row} by {caller.Name}: {(int)answer.StatusCode} instead of {expected}: {text}");
        }
        else if (expected == 404)
        {
            using var nothing = await Send(row, caller, absent: true);
            Count(caller);
            var (there, absent) = (WithoutTrace(text), WithoutTrace(await nothing.Content.ReadAsStringAsync()));
            if (nothing.StatusCode != answer.StatusCode || there != absent)
            {
                _differences.Add($"{row} by {caller.Name}: {there} can be told from {absent}");
            }
        }
    }

    private void Count(MatrixCaller caller)
    {
        if (caller.IsNamed)
        {
            Interlocked.Increment(ref _refusals);
        }
    }

    private async Task Answered(AccessRow row, MatrixCaller caller)
    {
        using var answer = await Send(row, caller, absent: false);
        var status = (int)answer.StatusCode;
        if (status is 401 or 403 or 500 || (status == 404 && row.Public is null)) // an upload may be told to come later: its caller was let in
        {
            _differences.Add($"{row} by {caller.Name}: {status} instead of an answer: {await answer.Content.ReadAsStringAsync()}");
        }
        else if (IsList(row.Reach) && !IsAboutCallers(row) && status == 200 && await Shows(answer) != caller.Sees(row.Reach!))
        {
            _differences.Add($"{row} by {caller.Name}: the list {(caller.Sees(row.Reach!) ? "hides" : "shows")} what lies in the region");
        }
    }

    private async Task<HttpResponseMessage> Send(AccessRow row, MatrixCaller caller, bool absent)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), _world.Path(row, absent));
        if (_world.Body(row) is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(row.MediaType));
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
            request.Headers.TryAddWithoutValidation("If-Match", "\"999999\""); // who may change something does not, so that the next cell finds it as it was
        }

        if (caller.Token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        }

        return await _http.SendAsync(request);
    }

    private static bool IsList(Reach? reach) => reach == Reach.ListOfRegions || reach == Reach.OwnList || reach == Reach.AskedChecks || reach == Reach.SentList;

    /// <summary>What callers did, those of the matrix among them: whose trail an auditor sees has tests of its own.</summary>
    private static bool IsAboutCallers(AccessRow row) =>
        row.Path.StartsWith("/api/v1/audit", StringComparison.Ordinal) || row.Path.StartsWith("/api/v1/callers", StringComparison.Ordinal);

    private static async Task<bool> Shows(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return body!["items"] is JsonArray items ? items.Count > 0 : (body["listings"] ?? body["checks"])!.GetValue<int>() > 0;
    }

    private static string WithoutTrace(string problem)
    {
        var body = JsonNode.Parse(problem)!.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }

    /// <summary>How many rows each table has, and the log; without the audit, and without what the registry does by itself: counting, and anchoring its chains.</summary>
    private async Task<string> Everything()
    {
        await using var command = _node.Database.Owner.CreateCommand(
            """
            SELECT string_agg(format('%s.%s %s', schemaname, relname,
                     (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', schemaname, relname), false, true, '')))[1]), E'\n' ORDER BY schemaname, relname)
                   || E'\nevents ' || (SELECT count(*) FROM registry.mt_events WHERE type <> 'receipt_roots_anchored')
              FROM pg_stat_user_tables
             WHERE schemaname <> 'audit' AND relname NOT IN ('mt_events', 'mt_streams', 'mt_event_progression', 'anchored_chain', 'daily_use', 'use_exchanges')
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> Audited()
    {
        await using var command = _node.Database.Owner.CreateCommand("SELECT count(*) FROM audit.entries WHERE caller <> ''");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

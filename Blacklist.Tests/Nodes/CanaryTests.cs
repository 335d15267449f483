using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// Persons who go through every feature of a real instance, rightly and wrongly, are found nowhere afterwards in the clear. A thousand of them:
/// <c>FULL_SIZE=1 dotnet test -c Release --filter CanaryTests</c>.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Name = "司徒黿鼉";
    private const string OtherName = "欧阳鸑鷟";

    private static readonly string Number = ResidentIds.Of(7_654_321);
    private static readonly string Unlisted = ResidentIds.Of(8_765_432);
    private static readonly string WrongNumber = Number[..17] + (Number[17] == '0' ? '1' : '0');

    /// <summary>What must not be found; the first seventeen places are in every writing of a number.</summary>
    private static readonly string[] Canaries = [Number[..17], Unlisted[..17], Shorter(Number), Name, OtherName];

    private static readonly Canaries Crowd = Blacklist.Tests.Canaries.Of(RunSize.Of(24, 1_000));

    private EmbeddedRegistry _registry = null!;

    public async Task InitializeAsync() => _registry = await EmbeddedRegistry.Start();

    public async Task DisposeAsync() => await _registry.DisposeAsync();

    [Fact]
    public async Task No_number_and_no_name_is_in_tables_files_or_console()
    {
        var listing = await GoRight(_registry.Story);
        await GoWrong(_registry.Story, listing);
        var journey = new CanaryJourney(_registry, Crowd);
        await journey.GoThroughCases(RunSize.Of(2, 100));
        await journey.GoThroughFiles();
        await _registry.KillPostgres();
        await Poll.Until(async () => (await _registry.Story.Check(Name, Number)).Status == HttpStatusCode.OK);
        await _registry.Scalar<string>("SELECT pg_switch_wal()::text");
        await CheckPoint();

        (await _registry.Scalar<long>("SELECT count(*) FROM vault.persons")).ShouldBeGreaterThan(0);
        (await RowsWithCanaries()).ShouldBeEmpty();
        if (await _registry.Dump() is { } dump)
        {
            Crowd.IsIn(dump).ShouldBeFalse();
            dump.AsSpan().IndexOf("identity_unmasked"u8).ShouldBeGreaterThan(0);
        }

        await _registry.StopProcess();
        FilesWithCanaries().ShouldBeEmpty();
        Crowd.IsIn(_registry.Output).ShouldBeFalse();
        Canaries.Where(canary => Writings(canary).Any(writing => _registry.Output.Contains(Encoding.Latin1.GetString(writing), StringComparison.Ordinal)
            || _registry.Output.Contains(canary, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void The_search_finds_what_is_there()
    {
        var file = Path.Combine(_registry.Folder, "note");
        foreach (var writing in Canaries.SelectMany(Writings))
        {
            File.WriteAllBytes(file, [0, .. writing, 0]);
            FilesWithCanaries().ShouldBe([file]);
        }

        var number = Crowd.Numbers[^1];
        foreach (var writing in new[] { number, Blacklist.Tests.Canaries.Short(number) }.SelectMany(Written))
        {
            Crowd.IsIn([7, .. writing, 7]).ShouldBeTrue();
            Crowd.IsIn([.. writing, 0]).ShouldBeTrue();
        }

        Crowd.IsIn(Encoding.UTF8.GetBytes(ResidentIds.Zhang)).ShouldBeFalse();
    }

    private static IEnumerable<byte[]> Written(string number) =>
    [
        Encoding.UTF8.GetBytes(number), Encoding.Unicode.GetBytes(number), Encoding.BigEndianUnicode.GetBytes(number), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(number))),
    ];

    private static async Task<string> GoRight(Story story)
    {
        var listing = await story.Listed(Name, Number);
        (await story.Check(Name, Number)).Verdict().ShouldBe("restricted");
        (await story.Check(Name, Shorter(Number))).Verdict().ShouldBe("restricted");
        (await story.Check(OtherName, Number, key: "canary")).Verdict().ShouldBe("review");
        (await story.Check(OtherName, Unlisted)).Verdict().ShouldBe("eligible");
        (await story.Officer.Post($"{Story.Listings}/{listing}/identities", new JsonObject
        {
            ["kind"] = "otherName",
            ["name"] = OtherName,
            ["reason"] = "户籍档案载明曾用名",
        })).ShouldBe(HttpStatusCode.Created);
        return listing;
    }

    private static async Task GoWrong(Story story, string listing)
    {
        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant(Name, Number));
        var surprised = question.DeepClone().AsObject();
        surprised[Number] = Name;
        var refused = new[]
        {
            await story.Check(Name, WrongNumber),
            await story.Check(OtherName, Number[..10] + Unlisted),
            await story.Clerk.Post(Story.Checks, surprised),
            await story.Clerk.Post(Story.Checks, question.ToJsonString()[..^4], key: null),
            await story.Clerk.Post(Story.Checks, question.ToJsonString().Replace("founder", Number, StringComparison.Ordinal), key: null),
            await story.Check(OtherName, Unlisted, key: "canary"),
            await story.Check(Name, Number, region: "500000"),
            await story.Officer.Post(Story.Organizations, Story.AnOrganization($"{Name}（{Number}）研究会")),
            await story.Clerk.Get($"{Story.Checks}/{Number}"),
            await story.Clerk.Get($"{Story.Listings}?cursor={Number}&region={Number}"),
            await story.Officer.Post($"{Story.Listings}/{listing}/statement", new JsonObject
            {
                ["kind"] = "answered", ["receivedOn"] = "2026-03-10", ["document"] = $"陈述书 {Number}",
            }),
        };

        refused.ShouldAllBe(answer => (int)answer.Status >= 400 && (int)answer.Status < 500);
        refused.ShouldAllBe(answer => !Canaries.Any(canary => answer.Text.Contains(canary)));
    }

    private async Task CheckPoint() => await _registry.Scalar<bool>("DO 'BEGIN END'; CHECKPOINT; SELECT true");

    /// <summary>Looks through compression and through bytes, as a person with a database tool could.</summary>
    private async Task<string> RowsWithCanaries() => await _registry.Scalar<string>(
        $"""
        SELECT coalesce(string_agg(format('%s.%s', n.nspname, c.relname), ', '), '')
          FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
         CROSS JOIN LATERAL (SELECT query_to_xml(format('SELECT t::text AS r FROM %I.%I AS t', n.nspname, c.relname), true, false, '')::text AS rows) AS all_rows
         WHERE c.relkind = 'r' AND n.nspname IN ('registry', 'read_model', 'vault', 'security', 'audit')
           AND ({string.Join(" OR ", Canaries.SelectMany(Searched).Select(text => $"strpos(rows, '{text}') > 0"))})
        """);

    private static IEnumerable<string> Searched(string canary) => [canary, .. Writings(canary).Select(Convert.ToHexStringLower)];

    private List<string> FilesWithCanaries()
    {
        var writings = Canaries.SelectMany(Writings).ToList();
        return [.. Directory.EnumerateFiles(_registry.Folder, "*", SearchOption.AllDirectories).Where(file => IsReadable(file) && Holds(file, writings))];
    }

    /// <summary>Sockets and pipes hold nothing.</summary>
    private static bool IsReadable(string file) => new FileInfo(file) is { Length: > 0 };

    private static bool Holds(string file, List<byte[]> writings)
    {
        var content = File.ReadAllBytes(file);
        return writings.Exists(writing => content.AsSpan().IndexOf(writing) >= 0) || Crowd.IsIn(content);
    }

    /// <summary>UTF-8, UTF-16 in both orders, and the escapes of JSON and of addresses.</summary>
    private static IEnumerable<byte[]> Writings(string text) =>
    [
        Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text),
        Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 0x80 ? c.ToString() : $"\\u{(int)c:x4}"))),
        Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 0x80 ? c.ToString() : $"\\u{(int)c:X4}"))),
        Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)),
    ];

    private static string Shorter(string number) => number[..6] + number[8..17];
}

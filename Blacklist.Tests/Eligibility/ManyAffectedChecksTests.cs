namespace Blacklist.Tests.Eligibility;

/// <summary>One annulment that makes very many refusals wrong, with turns that are broken off again and again.</summary>
public sealed class ManyAffectedChecksTests
{
    private static readonly int Checks = RunSize.Of(suite: 120, full: 100_000);

    [Fact]
    public async Task Every_one_of_them_is_told_once_and_examined_once()
    {
        await using var node = await RegistryNode.Start();
        const string Name = "甲众多";
        var number = ResidentIds.Of(980);
        var listing = await node.Story.Listed(Name, number);
        (await node.Story.Check(Name, number)).Verdict().ShouldBe("restricted");
        await ManyChecks.Record(node, node.Database, Name, number, Checks - 1, ApiClientSamples.Clerk.Id);
        (await node.Story.Annul(listing)).ShouldBe(System.Net.HttpStatusCode.OK);

        var page = RunSize.Of(suite: 10, full: 1_000);
        for (var stops = 0; stops < 5; stops++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(RunSize.Of(suite: 60, full: 8_000)));
            await EffectsTurns.Try(node, page, stop.Token);
        }

        await Task.WhenAll(EffectsTurns.Finish(node, page), EffectsTurns.Finish(node, page));

        (await Number(node, "SELECT count(*) FROM registry.affected_checks")).ShouldBe(Checks);
        (await Number(node, "SELECT sum(wrong_refusals) FROM caller_notice")).ShouldBe(Checks);
        (await Number(node, "SELECT count(*) FROM caller_notice")).ShouldBe(1);
        (await Number(node, "SELECT count(DISTINCT check_id) FROM reexamination")).ShouldBe(Checks);
        (await Number(node, "SELECT count(*) FROM reexamination")).ShouldBe(Checks);
    }

    private static async Task<long> Number(RegistryNode node, string sql)
    {
        await using var command = node.Database.App.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }
}

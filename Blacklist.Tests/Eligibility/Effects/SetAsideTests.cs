using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys.Rotation;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Eligibility.Effects;

/// <summary>Questions that the rules of input of their day accepted, and those of today do not.</summary>
public sealed class SetAsideTests : IAsyncLifetime
{
    private static readonly (string Name, string Number) Stranger = ("甲旁置", ResidentIds.Of(990));
    private static readonly (string Name, string Number) Known = ("乙旁置", ResidentIds.Of(991));

    private TestDatabase _database = null!;
    private RegistryNode _node = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _node = await RegistryNode.Start(_database);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_question_that_cannot_be_read_any_more_stops_nobody_and_is_told_by_the_version_that_reads_it()
    {
        await Ask(Known);
        await _node.Story.RecordOrganization();
        await EffectsTurns.Finish(_node);
        var (unwatched, watched) = (await Ask(Stranger), await Ask(Known));
        await Spoil(unwatched, watched);
        await _node.Story.Listed(Stranger.Name, Stranger.Number);
        await _node.Story.Listed(Known.Name, Known.Number);
        await EffectsTurns.Finish(_node);
        await EffectsTurns.Try(_node, applicantsAtOnce: 500, CancellationToken.None);

        (await Notices()).ShouldBe(2, "proposed and decided, of the check that can be read");
        (await Waiting()).ShouldBe([unwatched, watched], ignoreOrder: true);
        ShouldBeToldOnce(unwatched, watched);
        (await Trail(Known.Number)).ShouldContain($"{watched}");

        await Seal(unwatched, Stranger.Name, Stranger.Number);
        await Seal(watched, Known.Name, Known.Number);
        await using var newer = await RegistryNode.Start(_database);
        await EffectsTurns.Try(newer, applicantsAtOnce: 500, CancellationToken.None);

        (await Notices()).ShouldBe(6, "each of the two is told of both by itself");
        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Watch_keys_are_made_anew_though_one_of_the_questions_cannot_be_read()
    {
        var (unread, read) = (await Ask(Stranger), await Ask(Known));
        await _node.Story.RecordOrganization();
        await EffectsTurns.Finish(_node);
        await Spoil(unread);
        await _database.Owner.Execute("UPDATE registry.asked_persons SET keys = '{}', digest_key = 'former'");

        var made = await _node.Service<IEnumerable<DigestHolder>>().OfType<WatchedAnew>().Single().MakeAnew(_node.Service<SubjectKeys>().Current, CancellationToken.None);

        made.ShouldBe(1);
        (await _database.Owner.Scalar<long>("SELECT count(*) FROM registry.asked_persons WHERE keys <> '{}' AND digest_key <> 'former'")).ShouldBe(1);
        (await _database.Owner.Scalar<Guid>("SELECT check_id FROM registry.check_subjects JOIN registry.asked_persons USING (person)")).ShouldBe(read);
        (await Waiting()).ShouldBe([unread], "it is watched again by the version that reads it");
    }

    private async Task<Guid> Ask((string Name, string Number) person) => Guid.Parse((await _node.Story.Check(person.Name, person.Number)).ShouldBe(HttpStatusCode.OK)["checkId"]!);

    private async Task Spoil(params Guid[] checks)
    {
        foreach (var check in checks)
        {
            await Seal(check, "7旁置", Stranger.Number);
        }
    }

    private Task Seal(Guid check, string name, string number)
    {
        var question = Encoding.UTF8.GetBytes(Story.AQuestion("150602", charitable: false, Story.AnApplicant(name, number)).ToJsonString());
        var blob = _node.Service<IdentityVault>().SealBlob(question, check.ToByteArray());
        return _database.Owner.Execute($"UPDATE registry.eligibility_checks SET question = '\\x{Convert.ToHexString(blob)}' WHERE id = '{check}'");
    }

    private void ShouldBeToldOnce(params Guid[] checks)
    {
        var told = _node.Failures.ToString().Split('\n').Where(line => line.StartsWith("Critical", StringComparison.Ordinal)).ToList();
        told.Count.ShouldBe(checks.Length);
        checks.ShouldAllBe(check => told.Count(line => line.Contains($"{check}")) == 1);
        told.ShouldAllBe(line => line.Contains("applicants[0].name") && !line.Contains("旁置") && !line.Contains(Stranger.Number));
    }

    private async Task<long> Notices() => await _database.Owner.Scalar<long>("SELECT count(*) FROM read_model.caller_notice");

    private async Task<Guid[]> Waiting() => await _database.Owner.Scalar<Guid[]>("SELECT coalesce(array_agg(check_id), '{}') FROM registry.unwatched_checks");

    private async Task<IEnumerable<string>> Trail(string number) =>
        (await _node.As(ApiClientSamples.Auditor).Post(
            "/api/v1/audit/persons", new JsonObject { ["document"] = new JsonObject { ["type"] = "residentId", ["number"] = number } }))
        .ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Select(item => item!["id"]!.ToString());
}

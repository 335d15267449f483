using Blacklist.Api.Eligibility.Effects;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Eligibility.Effects;

/// <summary>A version of the program whose tables of names are others makes anew what persons wait under.</summary>
public sealed class WatchedKeysTests : IAsyncLifetime
{
    private const string Name = "丙新键";

    private RegistryNode _node = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        await _node.Story.Check(Name, ResidentIds.Of(995));
        await _node.Story.RecordOrganization();
        await EffectsTurns.Finish(_node);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Who_waits_under_keys_of_a_former_version_is_told_of_a_listing_met_by_name_alone()
    {
        await Former(version: SubjectKeys.Version - 1, areAnew: true);
        await _node.Story.Listed(Name, number: null);
        await EffectsTurns.Finish(_node);

        (await Notices()).ShouldBeGreaterThan(0);
        (await Number($"SELECT count(*) FROM registry.asked_persons WHERE digest_key = '{SubjectKeys.NameOf(_node.Service<SubjectKeys>().Current)}' AND keys <> '{{}}'")).ShouldBe(1);
        (await Number($"SELECT count(*) FROM registry.effects_progress WHERE keys_version = {SubjectKeys.Version} AND keys_are_anew")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_broken_off_while_keys_were_made_anew_goes_on_before_any_event()
    {
        await Former(SubjectKeys.Version, areAnew: false);
        await _node.Story.Listed(Name, number: null);
        await EffectsTurns.Finish(_node);

        (await Notices()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_former_version_of_the_program_goes_through_no_events_any_more()
    {
        await Former(SubjectKeys.Version + 1, areAnew: true);
        var processed = await Processed();
        await _node.Story.Listed(Name, number: null);
        await EffectsTurns.Try(_node, applicantsAtOnce: 500, CancellationToken.None);

        (await Processed()).ShouldBe(processed);
        await Should.ThrowAsync<InvalidOperationException>(() => _node.Service<WatchedAnew>().MakeAnew(_node.Service<SubjectKeys>().Current, CancellationToken.None));
        (await Number("SELECT count(*) FROM registry.asked_persons WHERE keys = '{}'")).ShouldBe(1, "they are a newer version's");
    }

    /// <summary>Those of the first version had no other name than the digest key's: they stay as they are, as the keys did.</summary>
    [Fact]
    public async Task Keys_from_before_they_had_a_version_are_those_of_the_first()
    {
        SubjectKeys.Version.ShouldBe(1, "from 2 on this says nothing: take it away");
        (await _node.Service<WatchedAnew>().MakeAnew(_node.Service<SubjectKeys>().Current, CancellationToken.None)).ShouldBe(0);
        (await Number($"SELECT count(*) FROM registry.asked_persons WHERE digest_key = '{_node.Service<SubjectKeys>().Current.Id}'")).ShouldBe(1);
    }

    private Task Former(int version, bool areAnew) => _node.Database.Owner.Execute(
        $"UPDATE registry.asked_persons SET keys = '{{}}', digest_key = digest_key || '/{version}'; UPDATE registry.effects_progress SET keys_version = {version}, keys_are_anew = {areAnew}");

    private async Task<long> Processed() => (await _node.Service<EffectsRecord>().Progress()).Processed;

    private Task<long> Notices() => Number("SELECT count(*) FROM read_model.caller_notice");

    private Task<long> Number(string sql) => _node.Database.Owner.Scalar<long>(sql);
}

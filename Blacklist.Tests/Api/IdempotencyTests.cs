using System.Net;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Api;

/// <summary>The same request under the same key is one request, however often and however many at once.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private RegistryNode _node = null!;
    private Story _story = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _story = _node.Story;
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_write_sent_again_is_answered_with_the_same_bytes_and_stored_once()
    {
        var first = await _story.Officer.Post(Story.Organizations, Story.AnOrganization(), "key-1");
        var position = await Position();

        var again = await _story.Officer.Post(Story.Organizations, Story.AnOrganization(), "key-1");

        again.ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        again.Location.ShouldBe(first.Location);
        (await Position()).ShouldBe(position);
    }

    [Fact]
    public async Task A_check_sent_again_is_answered_with_the_same_bytes_and_recorded_once()
    {
        var first = await _story.Check("王五", ResidentIds.Zhang, key: "key-1");
        await _story.Listed("王五", ResidentIds.Zhang);

        (await _story.Check("王五", ResidentIds.Zhang, key: "key-1")).Text.ShouldBe(first.Text);
        (await Checks()).ShouldBe(1);
        (await _story.Check("王五", ResidentIds.Zhang, key: "key-2")).Verdict().ShouldBe("restricted");
    }

    [Fact]
    public async Task Another_request_under_a_used_key_is_refused()
    {
        await _story.Officer.Post(Story.Organizations, Story.AnOrganization(), "key-1");
        await _story.Check("王五", ResidentIds.Zhang, key: "key-2");
        var position = await Position();

        (await _story.Officer.Post(Story.Organizations, Story.AnOrganization("另一研究会"), "key-1"))
            .ShouldBeRefused(HttpStatusCode.Conflict, "idempotency_key_reused");
        (await _story.Check("王五", ResidentIds.Of(1), key: "key-2")).ShouldBeRefused(HttpStatusCode.Conflict, "idempotency_key_reused");
        (await Position(), await Checks()).ShouldBe((position, 1));
    }

    [Fact]
    public async Task A_key_belongs_to_its_caller()
    {
        var both = _node.As(ApiClientSamples.Both);
        var first = await _story.Officer.Post(Story.Organizations, Story.AnOrganization(), "key-1");

        (await both.Post(Story.Organizations, Story.AnOrganization(), "key-1")).ShouldBe(HttpStatusCode.Created)["id"].ShouldNotBe(first["id"]);
    }

    [Fact]
    public async Task A_write_without_a_key_or_with_an_unusable_one_is_refused()
    {
        var body = Story.AnOrganization().ToJsonString();

        (await _story.Officer.Post(Story.Organizations, body, key: null)).ShouldBeRefused(HttpStatusCode.BadRequest, "idempotency_key_missing");
        (await _story.Officer.Post(Story.Organizations, body, new string('k', 256))).ShouldBeRefused(HttpStatusCode.BadRequest, "idempotency_key_invalid");
        (await _story.Officer.Post(Story.Organizations, body, "a key")).ShouldBeRefused(HttpStatusCode.BadRequest, "idempotency_key_invalid");
    }

    [Fact]
    public async Task A_refused_write_leaves_its_key_free()
    {
        var organization = await _story.RecordOrganization();
        var path = $"{Story.Organizations}/{organization}/dispositions";
        var early = Story.ABan();
        early["decidedOn"] = "2027-01-01";
        (await _story.Officer.Post(path, early, "key-1")).ShouldBeRefused(HttpStatusCode.Conflict, "disposition_in_future");

        (await _story.Officer.Post(path, Story.ABan(), "key-1")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_write_many_times_at_once_is_one_record()
    {
        var organization = await _story.RecordOrganization();
        var before = await Position();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _story.Officer.Post(
            $"{Story.Organizations}/{organization}/dispositions", Story.ABan(Story.APerson("王五", ResidentIds.Zhang)), "key-1")));

        answers.Select(answer => answer.ShouldBe(HttpStatusCode.Created).Text).Distinct().Count().ShouldBe(1);
        (await Position()).ShouldBe(before + 2); // the decision and the one person it names
    }

    [Fact]
    public async Task The_same_check_many_times_at_once_is_one_record()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _story.Check("王五", ResidentIds.Zhang, key: "key-1")));

        answers.Select(answer => answer.ShouldBe(HttpStatusCode.OK).Text).Distinct().Count().ShouldBe(1);
        (await Checks()).ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_on_a_version_that_has_moved_is_refused_and_the_current_one_is_named()
    {
        var listing = await _story.Listed("王五", ResidentIds.Zhang);
        var position = await Position();

        var refused = (await _story.Annul(listing, ifMatch: "\"2\"")).ShouldBeRefused(HttpStatusCode.PreconditionFailed, "version_conflict");

        refused.ETag.ShouldBe("\"3\"");
        refused["currentVersion"].ShouldBe("3");
        (await Position()).ShouldBe(position);
        (await _story.Annul(listing, ifMatch: "three")).ShouldBeRefused(HttpStatusCode.BadRequest, "if_match_invalid");
        (await _story.Annul(listing, ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_command_under_another_key_changes_nothing()
    {
        var listing = await _story.Listed("王五", ResidentIds.Zhang);
        var position = await Position();

        (await _story.Decide(listing)).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("3");
        (await Position()).ShouldBe(position);
    }

    private Task<long> Position() => _node.Database.Owner.Scalar<long>("SELECT position FROM registry.log_position");

    private Task<long> Checks() => _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.eligibility_checks");
}

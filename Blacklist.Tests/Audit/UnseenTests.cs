using System.Net;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Audit;

/// <summary>Nobody browses unseen.</summary>
public sealed class UnseenTests
{
    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown_and_once_it_can_it_is()
    {
        await using var node = await RegistryNode.Start();
        var listing = await node.Story.Listed("张三", ResidentIds.Zhang);
        await node.Database.Owner.Execute("ALTER FUNCTION audit.record RENAME TO record_of_nothing");

        var refused = (await node.Story.Officer.Get($"{Story.Listings}/{listing}")).ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "registry_unavailable");
        refused.Text.ShouldNotContain(listing);
        refused.ETag.ShouldBeNull();
        (await node.As(ApiClientSamples.Partner).Get($"{Story.Listings}/{listing}")).ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "registry_unavailable");
        (await node.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBe(HttpStatusCode.OK);

        await node.Database.Owner.Execute("ALTER FUNCTION audit.record_of_nothing RENAME TO record");
        (await node.Story.Officer.Get($"{Story.Listings}/{listing}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fault_leaves_an_entry_too_and_discloses_nothing()
    {
        await using var node = await RegistryNode.Start();
        await node.Database.Owner.Execute("ALTER TABLE read_model.listing RENAME TO lost");
        (await node.Story.Officer.Get(Story.Listings)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await node.Database.Owner.Execute("ALTER TABLE read_model.lost RENAME TO listing");

        await Poll.Until(async () => await node.Database.Owner.Scalar<long>(
            "SELECT count(*) FROM audit.entries WHERE caller = 'officer-150000' AND status = 503 AND disclosed = 'nothing'") == 1);
    }

    [Fact]
    public async Task Many_at_once_share_commits_and_each_has_its_entry()
    {
        await using var node = await RegistryNode.Start();
        const int Many = 200;
        var before = await node.Database.Owner.Scalar<long>("SELECT count(*) FROM audit.roots");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => node.Story.Officer.Get(Story.Listings)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await node.Database.Owner.Scalar<long>("SELECT count(*) FROM audit.entries WHERE kind = 'search'")).ShouldBe(Many);
        (await node.Database.Owner.Scalar<long>("SELECT count(*) FROM audit.roots")).ShouldBeLessThan(before + Many);
    }
}

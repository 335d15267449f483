using System.Net;
using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;

namespace Blacklist.Tests.Nodes;

/// <summary>A node without its database knows nothing: it says so, and never "eligible".</summary>
public sealed class OutageTests : IAsyncLifetime, IDisposable
{
    private const string Database = "registry";

    private readonly TemporaryDataFolder _folder = new();
    private EmbeddedPostgres _postgres = null!;
    private RegistryNode _node = null!;

    public async Task InitializeAsync()
    {
        _postgres = await EmbeddedPostgres.Start(new EmbeddedPostgresOptions(_folder.Path));
        await RegistryRoles.Create(_postgres, Database);
        _node = await RegistryNode.Start(
            _postgres.ConnectionString(Database, RegistryRoles.App), _postgres.ConnectionString(Database, RegistryRoles.Owner));
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_the_database_checks_and_writes_are_503_and_afterwards_all_is_well()
    {
        var story = _node.Story;
        await story.Listed("王五", ResidentIds.Zhang);

        PostgresProcess.Kill9(_folder.Cluster);
        await Poll.Until(() => new PostmasterFile(_folder.Cluster).Servers().Count == 0);
        await Unavailable(() => story.Check("慕容复", ResidentIds.Of(1), key: "check"));
        await Unavailable(() => story.Check("王五", ResidentIds.Zhang));
        await Unavailable(() => story.Officer.Post(Story.Organizations, Story.AnOrganization(), "write"));
        await Unavailable(() => story.Clerk.Get(Story.Listings));
        await Unavailable(() => story.Clerk.Get($"{Story.Checks}/{Guid.Empty}"));

        await _postgres.Restart();
        await Poll.Until(async () => (await story.Check("慕容复", ResidentIds.Of(1), key: "check")).Status == HttpStatusCode.OK);
        (await story.Check("慕容复", ResidentIds.Of(1), key: "check")).ShouldAnswer("eligible");
        (await story.Check("王五", ResidentIds.Zhang)).ShouldAnswer("restricted", "listing_in_force");
        var written = await story.Officer.Post(Story.Organizations, Story.AnOrganization(), "write");
        written.Status.ShouldBe(HttpStatusCode.Created, $"{written.Text}\n{_node.Failures}");
    }

    private static async Task Unavailable(Func<Task<ApiAnswer>> ask)
    {
        var answer = (await ask()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.MediaType.ShouldBe("application/problem+json");
        answer["code"].ShouldBeOneOf("registry_unavailable", "outcome_unknown");
        answer.Text.ShouldNotContain("verdict");
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Audit;

/// <summary>A node with a listing, and its audit as the auditor reads it.</summary>
public sealed class AuditedRegistry : IAsyncLifetime
{
    internal const string Entries = "/api/v1/audit/entries";
    internal const string ListedName = "张三";

    internal RegistryNode Node { get; private set; } = null!;

    internal ApiCaller Auditor => Node.As(ApiClientSamples.Auditor);

    internal string Listing { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Node = await RegistryNode.Start();
        Listing = await Node.Story.Listed(ListedName, ResidentIds.Zhang);
    }

    public Task DisposeAsync() => Node.DisposeAsync().AsTask();

    /// <summary>The newest entries first.</summary>
    internal async Task<IReadOnlyList<JsonNode>> Trail(string query = "", ApiCaller? by = null) =>
        [.. (await (by ?? Auditor).Get($"{Entries}?{query}")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Select(item => item!)];

    /// <summary>What this one call left behind.</summary>
    internal async Task<JsonNode> EntryOf(Blacklist.Api.Security.Issuer.ApiClient client, Func<ApiCaller, Task<ApiAnswer>> call, HttpStatusCode status)
    {
        var before = await Trail($"caller={client.Id}&limit=1") is [var newest, ..] ? newest["id"]!.ToString() : null;
        (await call(Node.As(client))).ShouldBe(status);
        var left = (await Trail($"caller={client.Id}&limit=10")).TakeWhile(entry => entry["id"]!.ToString() != before).ToList();
        return left.ShouldHaveSingleItem();
    }
}

using System.Security.Claims;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.Walls;
using Blacklist.Tests.Security.Matrix;
using Microsoft.AspNetCore.Http;

namespace Blacklist.Tests.Security.Walls;

/// <summary>The world of the access matrix, and its tables as PostgreSQL shows them to one reader or another.</summary>
public sealed class WalledWorld : IAsyncLifetime
{
    /// <summary>The clerk of another region who asked nothing here.</summary>
    private static readonly ApiClient Stranger = ApiClientSamples.ClerkElsewhere with { Department = "其他单位" };

    internal RegistryNode Node { get; private set; } = null!;

    internal MatrixWorld World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Node = await RegistryNode.Start();
        World = await MatrixWorld.Tell(Node);
    }

    public async Task DisposeAsync() => await Node.DisposeAsync();

    internal Guid IdOf(string thing) => Guid.Parse(World.IdOf(thing));

    /// <summary>What a read model's own code finds when this client asks, wherever it says that the client works.</summary>
    internal async Task<T> As<T>(ApiClient? client, Func<Task<T>> read)
    {
        var requests = Node.Service<IHttpContextAccessor>();
        requests.HttpContext = client is null ? null : new DefaultHttpContext { RequestServices = Node.App.Services, User = Principal(client) };
        try
        {
            return await read();
        }
        finally
        {
            requests.HttpContext = null;
        }
    }

    internal Task<T> Elsewhere<T>(Func<Task<T>> read) => As(Stranger, read);

    /// <summary>How many rows of a table there are for a reader.</summary>
    internal async Task<long> Rows(string table, ApiClient? client)
    {
        var caller = client is null ? null : Caller.From(Principal(client));
        await using var command = new ReachCommand(Node.Database.App.CreateBatch(), caller is null ? Reader.Nobody : Reader.Of(caller), $"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }

    internal Task<long> RowsElsewhere(string table) => Rows(table, Stranger);

    private static ClaimsPrincipal Principal(ApiClient client) => new(new ClaimsIdentity(
        [
            new(ClaimNames.Subject, client.Id), new(ClaimNames.Department, client.Department), .. client.Roles.Select(role => new Claim(ClaimNames.Roles, role)),
            .. client.Regions.Select(region => new Claim(ClaimNames.Regions, region)),
        ],
        "test"));
}

/// <summary>Told once for all tests that only look at it.</summary>
[CollectionDefinition(Name)]
public sealed class WalledCollection : ICollectionFixture<WalledWorld>
{
    public const string Name = "the walled world";
}

using System.Net;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Blacklist.Tests.Security;

/// <summary>
/// Clients are revoked: none gets another token, and what they have is over within its life.
/// <c>FULL_SIZE=1 dotnet test -c Release --filter RevocationTests</c> revokes 1,000.
/// </summary>
public sealed class RevocationTests(AccessHost host) : IClassFixture<AccessHost>
{
    private const int AtOnce = 4;

    [Fact]
    public async Task Each_revoked_client_is_refused_its_next_token_and_its_last_one_ends_in_time()
    {
        var clients = Enumerable.Range(0, RunSize.Of(20, 1_000)).ToList();
        var wrong = new List<string>();
        await Parallel.ForEachAsync(clients, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            if (await WhatIsWrong($"leaving-{number}") is { } what)
            {
                lock (wrong)
                    wrong.Add(what);
            }
        });

        wrong.ShouldBeEmpty();
    }

    private async Task<string?> WhatIsWrong(string id)
    {
        var secret = (await host.Clients.Register(new ApiClient(id, id, "测试单位", ["partner"], ["150600"], ["registration"]))).Value!;
        var form = $"grant_type=client_credentials&client_id={id}&client_secret={secret}";
        using var first = await host.PostForm(form);
        var token = (string)(await first.Json())["access_token"]!;
        await host.Clients.Revoke(id);
        var revokedAt = DateTime.UtcNow;
        using var next = await host.PostForm(form);
        return next.StatusCode != HttpStatusCode.Unauthorized ? $"{id}: {next.StatusCode}"
            : new JsonWebToken(token).ValidTo > revokedAt + TokenIssuer.Lifetime ? $"{id}: its token lives on"
            : null;
    }
}

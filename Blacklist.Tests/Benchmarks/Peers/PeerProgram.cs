using Blacklist.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>
/// A service to be measured against, in a process of its own: it answers the registry's own requests. Logging, JSON and dependency
/// injection are as the framework sets them up; the database pool is bounded, because more connections than that only got in each other's way.
/// </summary>
internal static class PeerProgram
{
    public const string Database = "PEER_DATABASE";
    public const string AnswerBytes = "PEER_ANSWER_BYTES";

    public static async Task<int> Run(string name)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        Action<WebApplication> map = name switch
        {
            "constant" => ConstantPeer.Map,
            "npgsql" => NpgsqlPeer.Add(builder),
            "dapper" => DapperPeer.Add(builder),
            "efcore" => EfCorePeer.Add(builder),
            _ => throw new StartProblem($"There is no peer {name}."),
        };
        var app = builder.Build();
        app.MapGet("/health/ready", () => Results.Ok());
        map(app);
        await app.RunAsync();
        return 0;
    }
}

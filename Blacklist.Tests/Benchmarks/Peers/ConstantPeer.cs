using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>The least a minimal API can do: the body stays unread, the answer is ready and as long as the registry's.</summary>
internal static class ConstantPeer
{
    public static void Map(WebApplication app)
    {
        var length = int.Parse(Environment.GetEnvironmentVariable(PeerProgram.AnswerBytes) ?? "200", CultureInfo.InvariantCulture);
        const string before = """{"verdict":"eligible","padding":""" + "\"";
        var answer = System.Text.Encoding.UTF8.GetBytes(before + new string('x', Math.Max(0, length - before.Length - 2)) + "\"}");
        app.MapPost("/api/v1/eligibility-checks", () => TypedResults.Text(answer, "application/json"));
    }
}

using System.Net;
using System.Text;

namespace Blacklist.Tests.Http;

public sealed class BodyFuzzTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    private static readonly string[] Shards =
        ["\\u0000", "\\ud800", "\"", "{", "}", "[", "]", ",", ":", "null", "1e999", "-", "0", "\\", "\uFEFF", "\0", "true", "\"name\":1,", "[[[[[[[[[[[[[[[[[[", "９", "𠮷"];

    [Fact]
    public async Task No_mutation_of_a_valid_body_is_ever_a_server_error()
    {
        var dice = new Random(20261121);
        var bodies = Enumerable.Range(0, 4000).Select(_ => Mutate(Encoding.UTF8.GetBytes(BodyTests.Valid), dice)).ToList();
        var statuses = new Dictionary<HttpStatusCode, int>();
        foreach (var body in bodies)
        {
            using var answer = await host.Post("/orders", body);
            statuses[answer.StatusCode] = statuses.GetValueOrDefault(answer.StatusCode) + 1;
            ((int)answer.StatusCode).ShouldBeLessThan(500, Convert.ToHexString(body));
        }

        statuses.Keys.ShouldBe([HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity], ignoreOrder: true);
    }

    private static byte[] Mutate(byte[] body, Random dice)
    {
        for (var times = dice.Next(1, 4); times > 0; times--)
        {
            var at = dice.Next(body.Length);
            var to = Math.Min(body.Length, at + dice.Next(1, 12));
            body = dice.Next(5) switch
            {
                0 => [.. body[..at], (byte)dice.Next(256), .. body[(at + 1)..]],
                1 => [.. body[..at], .. Encoding.UTF8.GetBytes(Shards[dice.Next(Shards.Length)]), .. body[at..]],
                2 => [.. body[..at], .. body[to..], (byte)' '],
                3 => [.. body[..to], .. body[at..]],
                _ => [.. body[..at], (byte)(body[at] ^ (1 << dice.Next(8))), .. body[(at + 1)..]],
            };
        }

        return body;
    }
}

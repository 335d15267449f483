using System.Text;
using System.Text.Json;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Reading;
using Blacklist.Api.Http.Json;

namespace Blacklist.Tests.Eligibility;

/// <summary>What is read plainly is what strict reading makes of it; nothing that strict reading refuses is read plainly.</summary>
public sealed class PlainQuestionSpecs
{
    private const string Full = """
        { "applicationReference": "150600-2026-S-0012", "purpose": "registration",
          "organization": { "name": "鄂尔多斯市某某协会", "kind": "socialAssociation", "charitable": false, "region": "150602", "approval": "批准" },
          "applicants": [ { "name": "张三", "position": "founder", "birthDate": "1985-12-31", "sex": "male",
                            "documents": [ { "type": "residentId", "number": "70000019851231003X" }, { "type": "passport", "number": "E1", "issuingCountry": "CHN" } ] },
                          { "position": "councilMember", "documents": [], "name": "李四", "birthDate": null, "sex": null } ] }
        """;

    private static readonly string[] Shards =
        ["\\u0000", "\\ud800", "\\u5f20", "\"", "{", "}", "[", "]", ",", "null", "0", "\\", "true", "\"name\":\"x\",", "\"sex\":null,", "\"Founder\"", "\uFEFF", "𠮷"];

    [Fact]
    public void A_question_with_every_field_is_plain() => Plainly(Full).ShouldBe(Strictly(Full)!);

    [Fact]
    public void Escaped_text_is_plain_too() => Plainly(Escaped(Full)).ShouldBe(Strictly(Full)!);

    [Theory]
    [InlineData("\"sex\": null", "\"sex\": null, \"sex\": \"male\"")]
    [InlineData("\"charitable\": false", "\"charitable\": null")]
    [InlineData("\"charitable\": false,", "")]
    [InlineData("\"founder\"", "\"Founder\"")]
    [InlineData("\"founder\"", "1")]
    [InlineData("\"founder\"", "[\"founder\"]")]
    [InlineData("1985-12-31", "1985-12-32")]
    [InlineData("1985-12-31", "1985-12-31T00:00:00")]
    [InlineData("张三", "张\\u0000三")]
    [InlineData("张三", "\\ud800")]
    [InlineData("\"purpose\"", "\"Purpose\"")]
    [InlineData("\"documents\": []", "\"documents\": null")]
    [InlineData("\"documents\": []", "\"documents\": [null]")]
    [InlineData("\"applicationReference\"", "\"more\": 1, \"applicationReference\"")]
    public void What_is_refused_is_not_plain(string right, string wrong)
    {
        var body = Full.Replace(right, wrong, StringComparison.Ordinal);
        body.ShouldNotBe(Full);
        Plainly(body).ShouldBeNull();
        Strictly(body).ShouldBeNull();
    }

    [Fact]
    public void However_a_question_is_spoilt_both_ways_of_reading_agree()
    {
        var dice = new Random(20261122);
        var plain = 0;
        for (var turn = 0; turn < 20_000; turn++)
        {
            var body = Mutate(Encoding.UTF8.GetBytes(turn % 2 == 0 ? Full : Escaped(Full)), dice);
            if (Write(PlainQuestion.Read(body)) is { } read)
            {
                read.ShouldBe(Strictly(body), Convert.ToHexString(body));
                plain++;
            }
        }

        plain.ShouldBeInRange(500, 19_500);
    }

    private static string? Plainly(string body) => Write(PlainQuestion.Read(Encoding.UTF8.GetBytes(body)));

    private static string? Strictly(string body) => Strictly(Encoding.UTF8.GetBytes(body));

    private static string? Strictly(byte[] body)
    {
        try
        {
            return JsonCheck.Errors(body, JsonShape.Of(typeof(EligibilityCheckRequest))).Any
                ? null
                : Write(JsonSerializer.Deserialize<EligibilityCheckRequest>(body, EdgeJson.Options));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Write(EligibilityCheckRequest? request) => request is null ? null : JsonSerializer.Serialize(request, EdgeJson.Options);

    /// <summary>As many clients write it: only ASCII.</summary>
    private static string Escaped(string body) => string.Concat(body.Select(c => c < 128 ? $"{c}" : $"\\u{(int)c:x4}"));

    private static byte[] Mutate(byte[] body, Random dice)
    {
        var at = dice.Next(body.Length);
        var to = Math.Min(body.Length, at + dice.Next(1, 12));
        return dice.Next(5) switch
        {
            0 => [.. body[..at], (byte)dice.Next(32, 127), .. body[(at + 1)..]],
            1 => [.. body[..at], .. Encoding.UTF8.GetBytes(Shards[dice.Next(Shards.Length)]), .. body[at..]],
            2 => [.. body[..at], .. body[to..]],
            3 => [.. body[..to], .. body[at..]],
            _ => [.. body[..at], (byte)' ', .. body[at..]],
        };
    }
}

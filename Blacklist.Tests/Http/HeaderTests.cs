using System.Net;

namespace Blacklist.Tests.Http;

public sealed class HeaderTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    [Theory]
    [InlineData("k-1", "k-1")]
    [InlineData("~!\"", "~!\"")]
    public async Task A_key_is_handed_on_as_it_came(string key, string read) =>
        (await (await Send("/keyed", "Idempotency-Key", key)).Content.ReadAsStringAsync()).ShouldBe(read);

    [Fact]
    public async Task A_write_without_a_key_is_refused() => (await (await Send("/keyed", "X-None", "")).Problem()).ShouldBe("400 idempotency_key_missing");

    [Fact]
    public async Task An_optional_key_may_be_left_out()
    {
        (await (await Send("/perhaps-keyed", "X-None", "")).Content.ReadAsStringAsync()).ShouldBe("none");
        (await (await Send("/perhaps-keyed", "Idempotency-Key", "k")).Content.ReadAsStringAsync()).ShouldBe("k");
    }

    [Fact]
    public async Task A_key_that_is_no_single_visible_ASCII_word_is_refused()
    {
        foreach (var key in (string[])["a b", "a\tb", new string('k', 256)])
            (await (await Send("/keyed", "Idempotency-Key", key)).Problem()).ShouldBe("400 idempotency_key_invalid");
        (await (await Send("/keyed", "Idempotency-Key", "a", "b")).Problem()).ShouldBe("400 idempotency_key_invalid");
        (await (await Send("/perhaps-keyed", "Idempotency-Key", "a b")).Problem()).ShouldBe("400 idempotency_key_invalid");
        (await Send("/keyed", "Idempotency-Key", new string('k', 255))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("W/\"3\"")]
    [InlineData("*")]
    [InlineData("")]
    public async Task The_version_expected_is_the_one_there(string tag) =>
        (await Send("/versioned", "If-Match", tag)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Another_version_is_412_and_tells_the_current_one()
    {
        var answer = await Send("/versioned", "If-Match", "\"2\"");
        (await answer.Problem()).ShouldBe("412 version_conflict");
        ((long)(await answer.Json())["currentVersion"]!).ShouldBe(3);
        answer.Headers.ETag!.Tag.ShouldBe("\"3\"");
    }

    [Theory]
    [InlineData("3")]
    [InlineData("\"\"")]
    [InlineData("\"-3\"")]
    [InlineData("\"x\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("\"2\", \"3\"")]
    public async Task An_ETag_that_is_not_ours_is_refused(string tag) =>
        (await (await Send("/versioned", "If-Match", tag)).Problem()).ShouldBe("400 if_match_invalid");

    [Fact]
    public async Task A_created_resource_carries_its_address_and_version()
    {
        var answer = await host.Post("/orders", BodyTests.Valid);
        answer.Headers.Location!.OriginalString.ShouldBe("/orders/1");
        answer.Headers.ETag!.Tag.ShouldBe("\"1\"");
    }

    private async Task<HttpResponseMessage> Send(string path, string header, params string[] values)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.TryAddWithoutValidation(header, values);
        return await host.Client.SendAsync(request);
    }
}

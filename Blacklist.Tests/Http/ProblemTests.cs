using Blacklist.Api.Http;

namespace Blacklist.Tests.Http;

public sealed class ProblemTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    [Theory]
    [InlineData("GET", "/nowhere", "404 not_found")]
    [InlineData("DELETE", "/orders", "405 method_not_allowed")]
    [InlineData("GET", "/refused", "409 shop_closed")]
    [InlineData("GET", "/search", "400 bad_request")]
    [InlineData("GET", "/search?query=a&count=x", "400 bad_request")]
    [InlineData("GET", "/search?query=%00", "400 invalid_text")]
    [InlineData("GET", "/throws/postgres-outage", "503 registry_unavailable")]
    [InlineData("GET", "/throws/read-only", "503 registry_unavailable")]
    [InlineData("GET", "/throws/wire", "503 registry_unavailable")]
    [InlineData("GET", "/throws/timeout", "503 registry_unavailable")]
    [InlineData("GET", "/throws/closed-connection", "503 registry_unavailable")]
    [InlineData("GET", "/throws/disposed-connection", "503 registry_unavailable")]
    [InlineData("GET", "/throws/state", "500 internal_error")]
    [InlineData("GET", "/throws/mapped", "503 overloaded")]
    [InlineData("GET", "/throws/postgres-bug", "500 internal_error")]
    [InlineData("GET", "/throws/a-bug", "500 internal_error")]
    public async Task Whatever_goes_wrong_is_answered_by_a_problem_document(string method, string path, string problem)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        (await (await host.Client.SendAsync(request)).Problem()).ShouldBe(problem);
    }

    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("%FF%FE")]
    [InlineData("%u0000")]
    [InlineData("%")]
    public async Task A_query_that_is_not_UTF_8_becomes_text_that_can_be_stored(string query) =>
        (await host.Client.GetStringAsync($"/search?query={query}")).Any(char.IsSurrogate).ShouldBeFalse();

    [Theory]
    [InlineData("utf-8", "1")]
    [InlineData("iso-8859-1", "1")]
    [InlineData("utf-7", "415 unsupported_media_type")]
    [InlineData("unicode-1-1-utf-7", "415 unsupported_media_type")]
    [InlineData("csUnicode11UTF7", "415 unsupported_media_type")]
    public async Task A_form_in_a_character_set_that_nobody_reads_any_more_is_refused(string charset, string said)
    {
        var answer = await host.Post("/forms", "a=1"u8.ToArray(), $"application/x-www-form-urlencoded; charset={charset}");
        (answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : await answer.Problem()).ShouldBe(said);
    }

    [Fact]
    public async Task An_outage_says_when_to_ask_again() =>
        (await host.Client.GetAsync("/throws/wire")).Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));

    [Fact]
    public async Task The_message_of_an_exception_reaches_neither_the_caller_nor_the_log()
    {
        var answer = await (await host.Client.GetAsync("/throws/a-bug")).Content.ReadAsStringAsync();
        answer.ShouldNotContain("secret");
        host.Log.All.ShouldContain("System.FormatException");
        host.Log.All.ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_outage_meets_every_request_and_is_worth_a_line_each_and_a_bug_is_worth_all_its_frames()
    {
        await host.Client.GetAsync("/throws/read-only");
        await host.Client.GetAsync("/throws/a-bug");
        var lines = host.Log.All.Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.ShouldContain("Warning registry_unavailable: Npgsql.PostgresException 25006");
        lines[lines.IndexOf("Warning registry_unavailable: Npgsql.PostgresException 25006") + 1].ShouldNotStartWith("   at ");
        lines[lines.IndexOf("Error internal_error: System.FormatException") + 1].ShouldContain(nameof(EdgeHost));
    }

    [Theory]
    [InlineData("", "zh-CN")]
    [InlineData("en", "en")]
    [InlineData("en-GB, zh;q=0.5", "en")]
    [InlineData("zh-Hans, en;q=0.9", "zh-CN")]
    [InlineData("en;q=0, zh;q=0.1", "zh-CN")]
    [InlineData("fr, en;q=0.3", "en")]
    [InlineData("???;;q", "zh-CN")]
    public async Task The_text_is_in_the_language_asked_for_and_the_code_is_the_same(string asked, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.TryAddWithoutValidation("Accept-Language", asked.Length == 0 ? "*" : asked).ShouldBeTrue();
        using var client = new HttpClient { BaseAddress = host.Client.BaseAddress };
        var answer = await client.SendAsync(request);
        answer.Content.Headers.ContentLanguage.ShouldBe([language]);
        (await answer.Problem()).ShouldBe("404 not_found");
        ((string)(await answer.Json())["title"]!).ShouldBe(language == "en" ? "There is no such resource for this caller." : "对该调用方而言，此资源不存在。");
    }

    [Fact]
    public async Task A_code_can_be_looked_up_where_its_type_points()
    {
        ((string)(await (await host.Client.GetAsync("/problems/outcome_unknown")).Json())["english"]!).ShouldContain("same Idempotency-Key");
        (await (await host.Client.GetAsync("/problems/no_such_code")).Problem()).ShouldBe("404 not_found");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_no_server_name()
    {
        foreach (var path in (string[])["/nowhere", "/numbers", "/throws/a-bug"])
        {
            var headers = (await host.Client.GetAsync(path)).Headers;
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.CacheControl!.NoStore.ShouldBeTrue();
            headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public void Both_languages_know_the_same_codes_and_all_of_the_edge()
    {
        ProblemTexts.Chinese.Codes.ShouldBe(ProblemTexts.English.Codes, ignoreOrder: true);
        ProblemKinds.All.Where(kind => !ProblemTexts.English.Has(kind.Code)).ShouldBeEmpty();
        ProblemKinds.All.Select(kind => kind.Code).ShouldBeUnique();
    }
}

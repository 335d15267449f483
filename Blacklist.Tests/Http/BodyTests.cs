using System.Net;
using System.Text;

namespace Blacklist.Tests.Http;

public sealed class BodyTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    internal const string Valid = """
        {"name":"张三","size":"extraLarge","lines":[{"article":"a","count":1,"price":null,"gift":false,"tags":["x"]}],"note":null,"due":"2026-11-21"}
        """;

    [Fact]
    public async Task A_valid_body_is_read_and_its_bytes_are_kept()
    {
        (await host.Post("/orders", Valid)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await (await host.Post("/bytes", Valid)).Content.ReadAsStringAsync()).ShouldBe(Valid);
    }

    [Theory]
    [InlineData("{", "400 malformed_json")]
    [InlineData("{}{}", "400 malformed_json")]
    [InlineData("{} x", "400 malformed_json")]
    [InlineData("{/* no */}", "400 malformed_json")]
    [InlineData("""{"name":"a",}""", "400 malformed_json")]
    [InlineData("{'name':1}", "400 malformed_json")]
    [InlineData("\uFEFF{}", "400 malformed_json")]
    [InlineData("{\"name\":\"a\0b\"}", "400 malformed_json")]
    [InlineData("""{"name":NaN}""", "400 malformed_json")]
    [InlineData("", "400 empty_body")]
    [InlineData(" \r\n", "400 empty_body")]
    [InlineData("null", "400 wrong_type")]
    [InlineData("[]", "400 wrong_type")]
    [InlineData("\"text\"", "400 wrong_type")]
    [InlineData("""{"size":"small","lines":[]}""", "400 missing_field name")]
    [InlineData("""{"name":null,"size":"small","lines":[]}""", "400 wrong_type name")]
    [InlineData("""{"name":5,"size":"small","lines":[]}""", "400 wrong_type name")]
    [InlineData("""{"Name":"a","size":"small","lines":[]}""", "400 unknown_field Name")]
    [InlineData("""{"name":"a","size":"small","lines":[],"70000019851231003X":1}""", "400 unknown_field ?")]
    [InlineData("""{"name":"a","size":"small","lines":[],"\ud800":1}""", "400 unknown_field ?")]
    [InlineData("""{"name":"a","name":"b","size":"small","lines":[]}""", "400 duplicate_field name")]
    [InlineData("""{"name":"a","n\u0061me":"b","size":"small","lines":[]}""", "400 duplicate_field name")]
    [InlineData("""{"name":"a","size":"small","lines":[null]}""", "400 wrong_type lines[0]")]
    [InlineData("""{"name":"a","size":"small","lines":{}}""", "400 wrong_type lines")]
    [InlineData("""{"name":"a","size":0,"lines":[]}""", "400 wrong_type size")]
    [InlineData("""{"name":"a","size":"0","lines":[]}""", "422 value_not_allowed size")]
    [InlineData("""{"name":"a","size":"Small","lines":[]}""", "422 value_not_allowed size")]
    [InlineData("""{"name":"a","size":"small, extraLarge","lines":[]}""", "422 value_not_allowed size")]
    [InlineData("""{"name":"a\u0000","size":"small","lines":[]}""", "400 invalid_text name")]
    [InlineData("""{"name":"\ud800","size":"small","lines":[]}""", "400 invalid_text name")]
    [InlineData("""{"name":"\udc00\ud800","size":"small","lines":[]}""", "400 invalid_text name")]
    [InlineData("""{"name":"a","size":"\ud800","lines":[]}""", "400 invalid_text size")]
    [InlineData("""{"name":"a","size":"small","lines":[],"due":"2026-02-30"}""", "422 invalid_value due")]
    [InlineData("""{"name":"a","size":"small","lines":[],"due":"2026-2-3"}""", "422 invalid_value due")]
    [InlineData("""{"name":"a","size":"small","lines":[],"due":20260203}""", "400 wrong_type due")]
    [InlineData("""{"name":"a","size":"small","lines":[],"at":"2026-02-03T00:00:00"}""", "422 invalid_value at")]
    [InlineData("""{"name":"a","size":"small","lines":[],"at":"2026-02-03"}""", "422 invalid_value at")]
    [InlineData("""{"name":"a","size":"small","lines":[],"id":"7"}""", "422 invalid_value id")]
    [InlineData("""{"name":"a","size":"small","lines":[],"at":"0001-01-01T00:00:00+14:00"}""", "422 invalid_value at")]
    [InlineData("""{"name":"a","size":"small","lines":[],"second":"tiny"}""", "422 value_not_allowed second")]
    public async Task A_body_that_is_not_exactly_the_type_is_refused_with_its_code_and_field(string json, string problem) =>
        (await (await host.Post("/orders", json)).Problem()).ShouldBe(problem);

    [Theory]
    [InlineData("""{"article":"a","count":1,"count":2,"price":1,"gift":false}""", "400 duplicate_field lines[1].count")]
    [InlineData("""{"article":"a","count":1,"price":1,"gift":false,"tags":[null]}""", "400 wrong_type lines[1].tags[0]")]
    [InlineData("""{"article":"a","count":1,"price":1}""", "400 missing_field lines[1].gift")]
    [InlineData("""{"article":"a","count":1,"gift":true}""", "400 missing_field lines[1].price")]
    [InlineData("""{"article":"a","count":"1","price":1,"gift":true}""", "400 wrong_type lines[1].count")]
    [InlineData("""{"article":"a","count":1.5,"price":1,"gift":true}""", "422 invalid_value lines[1].count")]
    [InlineData("""{"article":"a","count":99999999999,"price":1,"gift":true}""", "422 invalid_value lines[1].count")]
    [InlineData("""{"article":"a","count":1,"price":1e400,"gift":true}""", "422 invalid_value lines[1].price")]
    [InlineData("""{"article":"a","count":1,"price":1,"gift":"true"}""", "400 wrong_type lines[1].gift")]
    public async Task A_wrong_part_is_named_by_its_path(string line, string problem)
    {
        const string Good = """{"article":"a","count":1,"price":1,"gift":false}""";
        (await (await host.Post("/orders", $$"""{"name":"a","size":"small","lines":[{{Good}},{{line}}]}""")).Problem()).ShouldBe(problem);
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once_without_their_values()
    {
        var answer = await host.Post("/orders", """{"name":70000019851231,"size":"70000019851231003X","extra":"70000019851231003X","lines":[]}""");
        var problem = await answer.Json();
        problem["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}")
            .ShouldBe(["name wrong_type", "extra unknown_field", "size value_not_allowed"]);
        ((string)problem["errors"]![2]!["detail"]!).ShouldBe("Allowed: small, extraLarge.");
        problem.ToJsonString().ShouldNotContain("70000019");
    }

    [Fact]
    public async Task Enum_values_and_instants_are_written_as_the_contract_says()
    {
        var answer = await host.Post("/orders", """{"name":"a","size":"extraLarge","lines":[],"at":"2026-11-21T16:00:00.1234567+08:00"}""");
        var order = await answer.Json();
        ((string)order["size"]!).ShouldBe("extraLarge");
        ((string)order["at"]!).ShouldBe("2026-11-21T08:00:00.1234567Z");
    }

    [Theory]
    [InlineData(17)]
    [InlineData(100_000)]
    public async Task A_depth_bomb_is_refused(int depth)
    {
        (await (await host.Post("/orders", new string('[', depth))).Problem()).ShouldBe("400 malformed_json");
        (await (await host.Post("/orders", $$"""{"extra":{{new string('[', depth)}}{{new string(']', depth)}}}""")).Problem()).ShouldBe("400 malformed_json");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        (await (await host.Post("/orders", [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8])).Problem()).ShouldBe("400 invalid_text");
        (await (await host.Post("/orders", [.. "{\"name\":\""u8, 0xFF, .. "\"}"u8])).Problem()).ShouldBe("400 invalid_text");
        (await (await host.Post("/orders", Encoding.Unicode.GetBytes(Valid))).Problem()).ShouldBe("400 malformed_json");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/jsonx")]
    public async Task Another_content_type_is_415(string? contentType) =>
        (await (await host.Post("/orders", Encoding.UTF8.GetBytes(Valid), contentType)).Problem()).ShouldBe("415 unsupported_media_type");

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/JSON")]
    public async Task JSON_in_UTF_8_is_accepted_however_it_is_written(string contentType) =>
        (await host.Post("/orders", Encoding.UTF8.GetBytes(Valid), contentType)).StatusCode.ShouldBe(HttpStatusCode.Created);

    [Theory]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task A_body_over_one_mebibyte_is_413(int size)
    {
        (await (await host.Post("/orders", new byte[size])).Problem()).ShouldBe("413 body_too_large");
        using var unannounced = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new ByteArrayContent(new byte[size]) };
        unannounced.Content.Headers.ContentType = new("application/json");
        unannounced.Headers.TransferEncodingChunked = true;
        (await (await host.Client.SendAsync(unannounced)).Problem()).ShouldBe("413 body_too_large");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_exactly_one_mebibyte_is_read(bool chunked)
    {
        var padded = Valid + new string(' ', 1024 * 1024 - Encoding.UTF8.GetByteCount(Valid));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent(padded, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        (await host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Thousands_of_wrong_fields_give_a_short_answer()
    {
        var answer = await host.Post("/orders", "{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"x{i}\":1")) + "}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Json())["errors"]!.AsArray().Count.ShouldBe(50);
    }
}

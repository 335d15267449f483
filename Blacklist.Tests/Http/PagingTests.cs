using System.Buffers.Text;

namespace Blacklist.Tests.Http;

public sealed class PagingTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    [Fact]
    public async Task Following_the_cursors_shows_every_item_once()
    {
        var seen = new List<long>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await (await host.Client.GetAsync($"/numbers?{cursor}")).Json();
            seen.AddRange(page["items"]!.AsArray().Select(item => (long)item!));
            cursor = page["nextCursor"] is { } next ? $"cursor={next}" : null;
        }

        seen.ShouldBe(Enumerable.Range(1, 120).Select(n => (long)n));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(119, false)]
    [InlineData(200, true)]
    public async Task The_last_page_has_no_cursor(int limit, bool last) =>
        ((await (await host.Client.GetAsync($"/numbers?limit={limit}")).Json())["nextCursor"] is null).ShouldBe(last);

    [Theory]
    [InlineData("limit=0", "422 out_of_range limit")]
    [InlineData("limit=201", "422 out_of_range limit")]
    [InlineData("limit=x", "422 out_of_range limit")]
    [InlineData("limit=1&limit=2", "422 out_of_range limit")]
    [InlineData("limit=", "422 out_of_range limit")]
    [InlineData("cursor=", "422 cursor_invalid cursor")]
    [InlineData("cursor=***", "422 cursor_invalid cursor")]
    [InlineData("cursor=_w", "422 cursor_invalid cursor")]
    [InlineData("cursor=AAAA", "422 cursor_invalid cursor")]
    public async Task A_wrong_limit_or_cursor_is_named(string query, string problem) =>
        (await (await host.Client.GetAsync($"/numbers?{query}")).Problem()).ShouldBe(problem);

    [Fact]
    public async Task A_cursor_of_another_list_is_refused() =>
        (await (await host.Client.GetAsync($"/numbers?cursor={Base64Url.EncodeToString("abc"u8)}")).Problem()).ShouldBe("422 cursor_invalid cursor");
}

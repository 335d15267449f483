namespace Blacklist.Tests.Public;

/// <summary>What everybody can do: verify a receipt, learn how to object.</summary>
public sealed class PublicServicePagesTests(PublishedRegistry registry) : IClassFixture<PublishedRegistry>
{
    [Theory]
    [InlineData("zh-CN", "如何提出异议", "60 日")]
    [InlineData("en", "How to object", "60 days")]
    public async Task How_to_object_is_told_with_the_terms_of_the_procedure(string language, string heading, string term)
    {
        await using var reader = await Visitor.At(registry.Url, language);

        await reader.Open("/public/objections");

        (await reader.Heading()).ShouldBe(heading);
        (await reader.Text()).ShouldContain(term);
        await reader.ShouldBeWell();
    }

    [Theory]
    [InlineData("", "请粘贴回执内容")]
    [InlineData("{ \"format\": \"none\" }", "不能确认")]
    [InlineData("回执", "不能确认")]
    public async Task What_is_no_receipt_is_said_to_be_none(string pasted, string said)
    {
        await using var reader = await Visitor.At(registry.Url);
        await reader.Open("/public/receipts");

        await reader.Field("粘贴回执").FillAsync(pasted);
        await reader.Button("验证").ClickAsync();

        (await reader.Page.Locator("[role=alert]").First.InnerTextAsync()).ShouldContain(said);
        await reader.ShouldBeWell();
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_and_the_page_says_what_to_do()
    {
        using var browser = new HttpClient { BaseAddress = registry.Url };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Receipt"] = "{}" });

        using var answer = await browser.PostAsync(new Uri("/public/receipts", UriKind.Relative), form);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("这个请求无法处理");
    }
}

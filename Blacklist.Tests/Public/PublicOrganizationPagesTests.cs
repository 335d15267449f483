namespace Blacklist.Tests.Public;

/// <summary>The public list in a real browser, by everybody.</summary>
public sealed class PublicOrganizationPagesTests(PublishedRegistry registry) : IClassFixture<PublishedRegistry>
{
    private const string List = "/public/organizations";

    [Theory]
    [InlineData("zh-CN", "被取缔组织名单")]
    [InlineData("en", "Banned organizations")]
    public async Task The_list_is_read_in_the_readers_language(string language, string heading)
    {
        await using var reader = await Visitor.At(registry.Url, language);

        (await reader.Open("/")).ShouldBe(200);

        (await reader.Heading()).ShouldBe(heading);
        (await reader.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await reader.Link(PublishedRegistry.Known).IsVisibleAsync();
        await reader.ShouldBeWell();
    }

    [Fact]
    public async Task One_click_changes_the_language_and_stays_on_the_page()
    {
        await using var reader = await Visitor.At(registry.Url);
        await reader.Open(List + "?query=楹联");

        await reader.Link("English").ClickAsync();

        (await reader.Heading()).ShouldBe("Banned organizations");
        (await reader.Field("Name of the organization").InputValueAsync()).ShouldBe("楹联");
        await reader.Open(List);
        (await reader.Heading()).ShouldBe("Banned organizations");
    }

    [Fact]
    public async Task A_name_written_by_ear_is_found_and_called_similar_by_keyboard_alone()
    {
        await using var reader = await Visitor.At(registry.Url);
        await reader.Open(List);

        await reader.Field("组织名称").FocusAsync();
        await reader.Page.Keyboard.TypeAsync("鄂尔多斯市盈联文化研究会");
        await reader.Page.Keyboard.PressAsync("Enter");

        var row = reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Row).Filter(new() { HasText = PublishedRegistry.Known });
        await Microsoft.Playwright.Assertions.Expect(row).ToContainTextAsync("名称相近");
        await reader.ShouldBeWell();
    }

    [Fact]
    public async Task A_name_that_nobody_bears_is_said_to_prove_nothing()
    {
        await using var reader = await Visitor.At(registry.Url);

        await reader.Open(List + "?query=海淀区天文爱好者协会");

        (await reader.Page.Locator(".empty").InnerTextAsync()).ShouldContain("并不说明该组织已经合法登记");
        await reader.ShouldBeWell();
    }

    [Fact]
    public async Task Without_script_the_list_is_searched_all_the_same()
    {
        await using var reader = await Visitor.At(registry.Url, withScript: false);
        await reader.Open(List);

        await reader.Field("组织名称").FillAsync(PublishedRegistry.Known);
        await reader.Button("查询").ClickAsync();

        (await reader.Page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain("名称相同");
    }

    [Theory]
    [InlineData("zh-CN", "鄂尔多斯市民政局")]
    [InlineData("en", "Decided on")]
    public async Task An_organizations_page_gives_decision_authority_and_date_and_no_person(string language, string said)
    {
        await using var reader = await Visitor.At(registry.Url, language);
        await reader.Open(List);

        await reader.Link(PublishedRegistry.Known).ClickAsync();

        (await reader.Heading()).ShouldBe(PublishedRegistry.Known);
        var text = await reader.Page.Locator("main").InnerTextAsync();
        text.ShouldContain("鄂民取字〔2026〕1号");
        text.ShouldContain("2026-03-02");
        text.ShouldContain(said);
        text.ShouldNotContain("楹联某人");
        await reader.ShouldBeWell();
    }

    [Fact]
    public async Task A_withdrawn_page_gives_day_and_reasons_and_nothing_of_what_was_there()
    {
        await using var reader = await Visitor.At(registry.Url);

        (await reader.Open($"{List}/{registry.Organizations["东胜区书法家联谊会"]}")).ShouldBe(410);

        var text = await reader.Page.Locator("main").InnerTextAsync();
        text.ShouldContain("2026-06-03");
        text.ShouldContain("原取缔决定经行政复议撤销");
        text.ShouldNotContain("东胜区");
        await reader.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "没有找到这一页")]
    [InlineData("en", "There is no such page")]
    public async Task What_was_never_published_is_not_found_and_the_page_says_what_to_do(string language, string heading)
    {
        await using var reader = await Visitor.At(registry.Url, language);

        (await reader.Open($"{List}/{registry.Organizations["鄂尔多斯市尚未公开研究会"]}")).ShouldBe(404);

        (await reader.Heading()).ShouldBe(heading);
        await reader.ShouldBeWell();
    }
}

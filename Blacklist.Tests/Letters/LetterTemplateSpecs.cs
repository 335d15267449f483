using Blacklist.Api.Letters.Writing;

namespace Blacklist.Tests.Letters;

public sealed class LetterTemplateSpecs
{
    [Theory]
    [InlineData("<p>{{name}}</p>", "<p>张&lt;b&gt;&amp;&quot;&#x27;</p>")]
    [InlineData("{{person.given}}，{{#person}}{{given}}{{/person}}", "三，三")]
    [InlineData("{{#list}}[{{.}}{{name}}]{{/list}}", "[一张&lt;b&gt;&amp;&quot;&#x27;][二张&lt;b&gt;&amp;&quot;&#x27;]")]
    [InlineData("{{#none}}there{{/none}}{{^none}}absent{{/none}}", "absent")]
    [InlineData("{{#empty}}there{{/empty}}{{^empty}}absent{{/empty}}", "absent")]
    [InlineData("{{#yes}}there{{/yes}}{{^yes}}absent{{/yes}}{{^no}}, not{{/no}}", "there, not")]
    [InlineData("{{number}} {{ number }}", "3 3")]
    [InlineData("a { brace } and a {{{ more", "a { brace } and a {{{ more")]
    public void A_page_is_filled(string page, string filled) => Fill(page).ShouldBe(filled);

    [Theory]
    [InlineData("{{unknown}}")]
    [InlineData("{{#unknown}}{{/unknown}}")]
    [InlineData("{{person.unknown}}")]
    [InlineData("{{none}}")]
    [InlineData("{{list}}")]
    public void A_gap_is_an_error_and_no_letter(string page) => Should.Throw<InvalidOperationException>(() => Fill(page));

    [Theory]
    [InlineData("{{#person}}")]
    [InlineData("{{/person}}")]
    [InlineData("{{#person}}{{#list}}{{/person}}{{/list}}")]
    public void A_part_is_closed_where_it_was_opened(string page) =>
        Should.Throw<InvalidOperationException>(() => LetterTemplate.Parse("page", page));

    private static string Fill(string page) => LetterTemplate.Parse("page", page).Fill(new
    {
        Name = "张<b>&\"'",
        Person = new { Given = "三" },
        List = new[] { "一", "二" },
        Empty = Array.Empty<string>(),
        None = (string?)null,
        Yes = true,
        No = false,
        Number = 3,
    });
}

using System.Text.Json;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;

namespace Blacklist.Tests.Reference;

/// <summary>What the shipped rows say, beside their being readable.</summary>
public sealed class RulesFileTests
{
    private static readonly JsonElement[] Rules = [.. JsonDocument.Parse(ReferenceFile.ReadText("rules.json")).RootElement.EnumerateArray()];

    [Fact]
    public void Five_rules_are_shipped_and_all_but_one_are_confirmed()
    {
        Rules.Select(IdOf).ShouldBe(["charity-law-16-3", "foundation-regulation-23", "erdos-2018-4-2", "chongqing-2-3", "overseas-ngo-law-29"]);
        Rules.Where(rule => rule.GetProperty("confirmed").ValueKind == JsonValueKind.Null).Select(IdOf).ShouldBe(["overseas-ngo-law-29"]);
    }

    [Fact]
    public void Every_rule_names_its_source_and_article_and_runs_five_years() =>
        Rules.ShouldAllBe(rule =>
            rule.GetProperty("source").GetString() != "" && rule.GetProperty("article").GetString() != ""
            && Term.Parse(rule.GetProperty("term").GetString()!).Value!.ToString() == "P5Y");

    [Fact]
    public void Where_the_text_gives_no_term_the_row_says_whose_decision_it_is() =>
        Rules.Where(rule => rule.GetProperty("termNote").ValueKind == JsonValueKind.String).Select(rule => rule.GetProperty("level").GetString())
            .ShouldBe(["policyDocument", "policyDocument"]);

    [Theory]
    [InlineData("charity-law-16-3", "659001")]
    [InlineData("foundation-regulation-23", "110000")]
    [InlineData("erdos-2018-4-2", "150602")]
    [InlineData("chongqing-2-3", "500101")]
    public void A_rule_reaches_its_region(string id, string region) => ScopeOf(id).Covers(RegionCode.Parse(region).Value!).ShouldBeTrue();

    [Theory]
    [InlineData("erdos-2018-4-2", "150702")]
    [InlineData("erdos-2018-4-2", "150000")]
    [InlineData("chongqing-2-3", "150602")]
    public void A_local_rule_reaches_no_further(string id, string region) => ScopeOf(id).Covers(RegionCode.Parse(region).Value!).ShouldBeFalse();

    [Fact]
    public void Only_the_charity_law_is_about_charities_only() =>
        Rules.Where(rule => rule.GetProperty("bars").GetProperty("charitableOnly").GetBoolean()).Select(IdOf).ShouldBe(["charity-law-16-3"]);

    private static string? IdOf(JsonElement rule) => rule.GetProperty("id").GetString();

    private static RegionCode ScopeOf(string id) =>
        RegionCode.Parse(Rules.Single(rule => IdOf(rule) == id).GetProperty("bars").GetProperty("region").GetString()!).Value!;
}

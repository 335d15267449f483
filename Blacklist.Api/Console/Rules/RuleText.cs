using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Console.Rules;

/// <summary>A rule of the catalogue as people read it, under the words of its form.</summary>
internal sealed class RuleText(PageText texts, RegionCatalogue regions)
{
    private const string Field = "draftRule.rule.";

    /// <summary>Every field, in the same order for every rule, also those that say nothing.</summary>
    public IReadOnlyList<Shown> Of(Rule rule) =>
    [
        Fact("id", rule.Id),
        Fact("title", rule.Title),
        Fact("article", rule.Article),
        Fact("level", texts.Of(rule.Level)),
        Fact("appliesTo.dispositions", All(rule.AppliesTo.Dispositions)),
        Fact("appliesTo.parts", All(rule.AppliesTo.Parts)),
        Fact("appliesTo.organizationKinds", All(rule.AppliesTo.OrganizationKinds)),
        Fact("bars.positions", All(rule.Bars.Positions)),
        Fact("bars.reviewPositions", Listed(rule.Bars.ReviewPositions)),
        Fact("bars.organizationKinds", All(rule.Bars.OrganizationKinds)),
        Fact("bars.charitableOnly", texts[rule.Bars.CharitableOnly ? "form.yes" : "form.no"]),
        Fact("bars.region", regions.NameOf(rule.Bars.Region) is { } name ? $"{name} {rule.Bars.Region}" : rule.Bars.Region.Value),
        Fact("starts", texts.Of(rule.Starts)),
        Fact("term", TermOf(rule.Term)),
        Fact("termNote", rule.TermNote),
        Fact("effect", texts.Of(rule.Effect)),
        Fact("elements", Listed(rule.Elements)),
        Fact("validFrom", DayOf(rule.ValidFrom)),
        Fact("validTo", DayOf(rule.ValidTo)),
        Fact("source", rule.Source),
        Fact("confirmed", rule.Confirmed is { } confirmed ? texts["rules.confirmedBy", Actors.Named(confirmed.By, texts), PageText.Day(confirmed.On)] : texts["rules.unconfirmed"]),
    ];

    public string TermOf(Term term) => term.Period is { } period ? DeadlineWords.Length(period, texts) : texts["rules.indefinite"];

    private Shown Fact(string field, string? value) => new(texts[Field + field], value ?? "");

    private string All<T>(IReadOnlyList<T> values)
        where T : struct, Enum => values.Count == 0 ? texts["rules.all"] : Listed(values);

    private string Listed<T>(IReadOnlyList<T> values)
        where T : struct, Enum => string.Join(texts["list.separator"], values.Select(texts.Of));

    private static string? DayOf(DateOnly? day) => day is { } known ? PageText.Day(known) : null;
}

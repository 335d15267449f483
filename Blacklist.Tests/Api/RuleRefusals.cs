using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>Every refusal about rules and the calendar, met over HTTP.</summary>
internal static class RuleRefusals
{
    private const string Ahead = "2026-11-30";

    public static IReadOnlyDictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>> Ways { get; } = new Dictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>>
    {
        ["DraftRule rule_validity_reversed"] = (node, _) => Draft(node, "validTo", "2018-01-01"),
        ["DraftRule rule_without_due_process"] = (node, _) => Draft(node, "elements", new JsonArray("noticeServed")),
        ["DraftRule rule_confirmed_in_future"] = (node, _) => Draft(node, "confirmed", new JsonObject { ["by"] = "法规科", ["on"] = Ahead }),
        ["DraftRule rule_stands_so"] = (node, _) => Draft(node, "term", "P5Y"),
        ["DiscardDraft rule_draft_not_open"] = (node, _) => new RuleStory(node).Discard(Guid.Empty.ToString()),
        ["AdoptRule rule_draft_not_open"] = (node, _) => new RuleStory(node).Adopt(Guid.Empty.ToString()),
        ["AdoptRule same_person_drafted"] = async (node, _) =>
        {
            var rules = new RuleStory(node);
            return await rules.Adopt(await rules.Drafted(RuleStory.With(await rules.Rule(), "term", "P4Y")), rules.First);
        },
        ["RetireRule rule_unknown"] = (node, _) => new RuleStory(node).Retire("no-such-rule"),
        ["PublishCalendarYear holiday_reversed"] = (node, _) => PublishYear(node, "2028-01-03", "2028-01-01"),
        ["PublishCalendarYear calendar_date_outside_year"] = (node, _) => PublishYear(node, "2027-12-31", "2028-01-01"),
        ["PublishCalendarYear calendar_dates_overlap"] = (node, _) => PublishYear(node, "2028-01-01", "2028-01-02", "2028-01-02"),
        ["PublishCalendarYear make_up_day_no_weekend"] = (node, _) => PublishYear(node, "2028-01-01", "2028-01-01", "2028-01-03"),
    };

    private static async Task<ApiAnswer> Draft(RegistryNode node, string field, JsonNode value)
    {
        var rules = new RuleStory(node);
        return await rules.Draft(RuleStory.With(await rules.Rule(), field, value));
    }

    private static Task<ApiAnswer> PublishYear(RegistryNode node, string first, string last, params string[] makeUpDays) =>
        node.As(ApiClientSamples.Administrator).Post("/api/v1/calendar/2028", new JsonObject
        {
            ["holidays"] = new JsonArray(new JsonObject { ["occasion"] = "元旦", ["first"] = first, ["last"] = last }),
            ["makeUpDays"] = new JsonArray([.. makeUpDays.Select(day => new JsonObject { ["occasion"] = "元旦", ["day"] = day })]),
            ["source"] = "国办发明电",
            ["reason"] = "录入",
        });
}

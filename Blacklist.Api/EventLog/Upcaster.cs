using System.Text.Json.Nodes;

namespace Blacklist.Api.EventLog;

/// <summary>Reads an event of an old shape as one of a newer: stored events are never rewritten. Its golden file stays for ever.</summary>
/// <param name="OldName">A stored name that no event of the code has any more.</param>
/// <param name="NewName">The name of the next shape, today's or again an old one.</param>
internal sealed record Upcaster(string OldName, string NewName, Func<JsonObject, JsonObject> Change);

internal static class Upcasters
{
    public static IReadOnlyList<Upcaster> All { get; } =
    [
        new("listing_proposed", "listing_proposed_v2", old =>
        {
            old.Add("grounds", null);
            old.Add("evidence", new JsonArray());
            old.Add("intendedRules", new JsonArray());
            return old;
        }),
        new("notice_served", "notice_served_v2", old =>
        {
            // Five working days were the only period there was; which days it skipped was not kept, nor what the notice said.
            old.Add("announcedOn", null);
            old.Add("facts", "");
            old.Add("grounds", "");
            old.Add("statementPeriod", new JsonObject
            {
                ["start"] = old["servedOn"]!.DeepClone(),
                ["period"] = "P5WD",
                ["due"] = Taken(old, "statementUntil"),
                ["skipped"] = new JsonArray(),
                ["makeUpDays"] = new JsonArray(),
                ["calendarVersion"] = Taken(old, "calendarVersion"),
            });
            return old;
        }),
    ];

    private static JsonNode? Taken(JsonObject from, string field)
    {
        var value = from[field];
        from.Remove(field);
        return value;
    }
}

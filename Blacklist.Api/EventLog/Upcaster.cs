using System.Text.Json.Nodes;

namespace Blacklist.Api.EventLog;

/// <summary>Reads an event of an old shape as one of a newer: stored events are never rewritten. Its golden file stays for ever.</summary>
/// <param name="OldName">A stored name that no event of the code has any more.</param>
/// <param name="NewName">The name of the next shape, today's or again an old one.</param>
internal sealed record Upcaster(string OldName, string NewName, Func<JsonObject, JsonObject> Change);

internal static class Upcasters
{
    public static IReadOnlyList<Upcaster> All { get; } = [];
}

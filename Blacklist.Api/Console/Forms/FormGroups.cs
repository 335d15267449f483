using System.Globalization;
using System.Text.Json.Nodes;

namespace Blacklist.Api.Console.Forms;

/// <summary>Adds a group of fields to the answers of a form, or takes one away.</summary>
internal static class FormGroups
{
    private const int Deepest = 4;

    /// <param name="path">Of the list when added, of the group when removed; a path to nothing changes nothing.</param>
    public static void Change(JsonObject answers, string path, bool isAdded)
    {
        var steps = path.Split('.');
        JsonNode? at = answers;
        foreach (var step in steps.Take(Math.Min(steps.Length, Deepest) - 1))
        {
            at = Group(at as JsonObject, step);
        }

        if (at is not JsonObject parent || steps.Length > Deepest)
        {
            return;
        }

        var (name, index) = Split(steps[^1]);
        if (isAdded)
        {
            parent[name] ??= new JsonArray();
            (parent[name] as JsonArray)?.Add(new JsonObject());
        }
        else if (parent[name] is JsonArray list && index < list.Count)
        {
            list.RemoveAt(index);
        }
    }

    private static JsonNode? Group(JsonObject? parent, string step)
    {
        var (name, index) = Split(step);
        return parent?[name] is JsonArray list && index < list.Count ? list[index] : null;
    }

    private static (string Name, int Index) Split(string step) =>
        step.Split('[', ']') is [var name, var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (name, at) : (step, 0);
}

using System.Text.Json.Nodes;

namespace Blacklist.Api.Demo.Checks;

/// <summary>A reason of an answer in a plain sentence.</summary>
internal static class DemoWords
{
    public static string Of(JsonNode reason) => (string?)reason["code"] switch
    {
        "listing_in_force" => $"listing {reason["listingNumber"]} bars it until {reason["until"]}, by {Basis(reason)}",
        "different_document" => $"listing {reason["listingNumber"]} has the same name and another number: another person, it counts for nothing",
        "name_only" => $"listing {reason["listingNumber"]} has the same name and nothing tells the two apart: a human looks ({Basis(reason)}, until {reason["until"]})",
        "name_incompatible" => $"listing {reason["listingNumber"]} has this number under another name: a human looks",
        var code => $"listing {reason["listingNumber"]}: {code}",
    };

    private static string Basis(JsonNode reason) => $"{reason["basis"]} ({reason["basisLevel"]})";
}

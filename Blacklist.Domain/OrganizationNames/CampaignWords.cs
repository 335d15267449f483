using Blacklist.Domain.Names.Tables;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>A word in the name of an organization that calls for a note of approval.</summary>
/// <param name="Group">state_strategy, nationwide_scope, charity_and_care, appraisal or health_and_teaching.</param>
public sealed record CampaignWord(string Group, string Word);

/// <summary>Words under which illegal organizations present themselves. Lawful bodies use them too, with approval: a human looks.</summary>
public static class CampaignWords
{
    private static readonly CampaignWord[] All =
        [.. NameTable.Lines("organizations/campaign-words").SelectMany(line => line.Skip(1), (line, word) => new CampaignWord(line[0], word))];

    public static IReadOnlyList<CampaignWord> In(OrganizationName name) =>
        [.. All.Where(word => name.Normal.Contains(word.Word, StringComparison.Ordinal))];
}

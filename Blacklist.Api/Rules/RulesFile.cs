using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Reference;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

/// <summary>Offers the rows of <c>schema/reference/rules.json</c> to the catalogue at the start; where a person decided otherwise, that stands.</summary>
internal sealed class RulesFile(ShippedRows shipped)
{
    private const string Name = "rules.json";

    public static IReadOnlyList<Rule> Read() =>
        JsonSerializer.Deserialize<IReadOnlyList<Rule>>(ReferenceFile.ReadText(Name), EventJson.Options) ?? throw new InvalidDataException($"{Name} is empty.");

    public Task Offer()
    {
        var rows = Read();
        return rows.FirstOrDefault(row => DraftRule.FlawOf(row) is not null) is { } flawed
            ? throw new InvalidDataException($"{Name}, {flawed.Id}: {DraftRule.FlawOf(flawed)!.Meaning}")
            : shipped.Offer(RuleCatalogue.Stream, RuleCatalogue.StreamId, rows, (catalogue, row) =>
                OfferShippedRule.Decide(catalogue, new OfferShippedRule(Guid.CreateVersion7(), row, Name)));
    }
}

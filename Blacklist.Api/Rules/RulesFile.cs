using System.Text.Json;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Reference;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Rules;

/// <summary>Takes the rows of <c>schema/reference/rules.json</c> into the catalogue, as events; rows that are there already change nothing.</summary>
internal sealed class RulesFile(EventStore log)
{
    private static readonly ClerkId ReferenceData = new("reference-data");

    public async Task Adopt()
    {
        var rows = JsonSerializer.Deserialize<IReadOnlyList<Rule>>(ReferenceFile.ReadText("rules.json"), EventJson.Options)
            ?? throw new InvalidDataException("The rules are empty.");
        AppendResult result;
        do
        {
            var stream = await log.Load(RuleCatalogue.StreamId);
            var catalogue = stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
            var facts = Adoptions(catalogue, rows).ToList();
            if (facts.Count == 0)
            {
                return;
            }

            result = await log.Append(new AppendRequest(
                [new StreamAppend(RuleCatalogue.StreamId, RuleCatalogue.Stream.Type, stream.Version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])],
                ReferenceData.Value));
        }
        while (result is AppendResult.VersionConflict); // another node starts at the same time
    }

    private static IEnumerable<IEvent> Adoptions(RuleCatalogue catalogue, IReadOnlyList<Rule> rows) =>
        rows.Select(row => AdoptRule.Decide(catalogue, new AdoptRule(row, ReferenceData))).SelectMany(outcome => outcome switch
        {
            Outcome.Recorded recorded => recorded.Events,
            Outcome.Refused refused => throw new InvalidDataException($"rules.json: {refused.Refusal.Meaning}"),
            _ => [],
        });
}

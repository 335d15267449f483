using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Rules;
using Blacklist.Api.Rules.Drafts;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Rules;

/// <summary>A new rule, or another wording of one that stands: it bars nobody until a second person adopts it.</summary>
[Requires(Permission.DraftRules)]
internal sealed class DraftRuleModel(FormDesk desk, RuleReader reader, RuleDesk rules) : CommandPage<DraftRuleRequest>(desk)
{
    /// <summary>The rule whose row the form begins with.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    protected override Task<FormSubject?> Find() => reader.About(Texts);

    protected override async Task<JsonObject> Opened() => From is { } id && (await reader.Read()).Catalogue.Find(id) is { } rule
        ? new JsonObject { ["rule"] = JsonSerializer.SerializeToNode(rule, EdgeJson.Options) }
        : [];

    protected override Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() =>
        Task.FromResult<Dictionary<string, IReadOnlyList<Offer>>>(new() { ["rule.bars.region"] = RegionOffers.Of(Desk.Regions, Caller.Regions) });

    protected override Task<IResult> Send(Body<DraftRuleRequest> body, Write write) => DraftRuleEndpoint.Handle(body, write, rules);

    protected override string Next(Answer answer) => $"{RuleReader.Address}/drafts/{Read<RuleDraftChange>(answer).Id}";
}

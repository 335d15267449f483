using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Rules;
using static Blacklist.Tests.Api.RuleStory;

namespace Blacklist.Tests.Api;

/// <summary>The catalogue is changed by two administrators, and checks follow at once.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private const string Ordos = "erdos-2018-4-2";

    private RegistryNode _node = null!;
    private RuleStory _rules = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _rules = new RuleStory(_node);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_rule_bars_from_its_adoption_to_its_retirement_and_each_answer_names_its_version()
    {
        await _node.Story.Listed("张建国", ResidentIds.Zhang);
        (await _rules.Retire(Ordos)).ShouldBe(HttpStatusCode.OK)["ruleSetVersion"].ShouldBe("6");
        var free = await Check();
        free.ShouldAnswer("eligible");
        free["ruleSetVersion"].ShouldBe("6");

        var own = With(With(await _rules.Rule("chongqing-2-3"), "id", "ordos-2026"), "validFrom", "2020-01-01");
        own["bars"]!["region"] = "150600";
        var draft = await _rules.Drafted(own);
        (await Check()).ShouldAnswer("eligible");
        (await _rules.Adopt(draft)).ShouldBe(HttpStatusCode.OK)["ruleSetVersion"].ShouldBe("7");
        var refused = await Check();
        refused.ShouldAnswer("restricted", "listing_in_force");
        refused["ruleSetVersion"].ShouldBe("7");
        refused.Body["applicants"]![0]!["reasons"]![0]!["rule"]!.ToString().ShouldBe("ordos-2026");

        (await _rules.Retire("ordos-2026")).ShouldBe(HttpStatusCode.OK)["ruleSetVersion"].ShouldBe("8");
        (await Check()).ShouldAnswer("eligible");

        (await Ids("")).ShouldNotContain("ordos-2026");
        (await Ids("/versions/7")).ShouldContain("ordos-2026");
        (await Ids("/versions/5")).ShouldContain(Ordos);
        (await _rules.First.Get($"{Rules}/versions/9")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_rule_is_confirmed_by_drafting_it_with_the_confirmation()
    {
        var rule = With(await _rules.Rule("overseas-ngo-law-29"), "confirmed", new JsonObject { ["by"] = "法规科", ["on"] = "2026-11-20" });
        await _rules.Adopted(rule);
        (await _rules.Rule("overseas-ngo-law-29"))["confirmed"]!["by"]!.ToString().ShouldBe("法规科");
    }

    [Fact]
    public async Task Nobody_adopts_what_they_drafted_by_any_way()
    {
        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));
        (await _rules.Adopt(draft, _rules.First)).ShouldBeRefused(HttpStatusCode.Conflict, "same_person_drafted");
        var again = await _rules.Drafted(With(await _rules.Rule(), "term", "P2Y"));
        (await _rules.Adopt(again, _rules.First)).ShouldBeRefused(HttpStatusCode.Conflict, "same_person_drafted");
        (await _rules.Adopt(draft)).ShouldBeRefused(HttpStatusCode.Conflict, "rule_draft_not_open");
        (await _rules.Rule())["term"]!.ToString().ShouldBe("P5Y");
    }

    [Fact]
    public async Task A_draft_is_read_beside_what_stands_and_is_kept()
    {
        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));
        var open = (await _rules.Second.Get(Drafts)).ShouldBe(HttpStatusCode.OK).Body.AsArray().ShouldHaveSingleItem()!;
        (open["id"]!.ToString(), open["rule"]!["term"]!.ToString(), open["stands"]!["term"]!.ToString(), open["by"]!.ToString())
            .ShouldBe((draft, "P3Y", "P5Y", ApiClientSamples.Administrator.Id));

        (await _rules.Discard(draft)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("discarded");
        (await _rules.Second.Get(Drafts)).Body.AsArray().ShouldBeEmpty();
        (await _rules.Second.Get($"{Drafts}/{draft}"))["status"].ShouldBe("discarded");
        (await _rules.Second.Get($"{Drafts}/{Guid.Empty}")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await _rules.Second.Get($"{Rules}/history")).Body.AsArray().Select(fact => fact!["type"]!.ToString())
            .ShouldBe([.. Enumerable.Repeat("rule_adopted", 5), "rule_drafted", "rule_draft_discarded"]);
    }

    [Fact]
    public async Task One_act_sets_policy_documents_to_review_and_one_restores_them()
    {
        await _node.Story.Listed("张建国", ResidentIds.Zhang);
        (await _rules.PolicyDocuments("review")).ShouldBe(HttpStatusCode.OK)["policyDocumentsUnderReview"].ShouldBe("true");
        (await Check()).ShouldAnswer("review", "policy_document_under_review");
        (await _rules.PolicyDocuments("restoration")).ShouldBe(HttpStatusCode.OK);
        (await Check()).ShouldAnswer("restricted", "listing_in_force");
    }

    [Fact]
    public async Task A_start_does_not_override_what_an_administrator_decided()
    {
        (await _rules.Retire("foundation-regulation-23")).ShouldBe(HttpStatusCode.OK);
        await _rules.Adopted(With(await _rules.Rule(), "term", "P3Y"));
        var before = (await _rules.First.Get(Rules)).Text;

        await _node.Service<RulesFile>().Offer();

        (await _rules.First.Get(Rules)).Text.ShouldBe(before);
    }

    [Fact]
    public async Task Wrong_fields_are_named()
    {
        var wrong = With(With(await _rules.Rule(), "term", "P5WD"), "id", "Not Kebab");
        wrong["bars"]!["region"] = "15";
        var answer = await _rules.Draft(wrong);
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).Body["errors"]!.AsArray().Select(error => error!["field"]!.ToString())
            .ShouldBe(["rule.id", "rule.term", "rule.bars.region"], ignoreOrder: true);
    }

    [Fact]
    public async Task Others_than_administrators_change_no_rule()
    {
        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));
        foreach (var client in new[] { ApiClientSamples.Officer, ApiClientSamples.Approver, ApiClientSamples.Clerk, ApiClientSamples.Partner, ApiClientSamples.Auditor })
        {
            var caller = _node.As(client);
            (await _rules.Draft(await _rules.Rule(), caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            (await _rules.Adopt(draft, caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            (await _rules.Discard(draft, caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            (await _rules.Retire(Ordos, caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            (await _rules.PolicyDocuments("review", caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            (await _rules.PolicyDocuments("restoration", caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            (await caller.Post($"{Drafts}/{draft}/dry-run", new JsonObject { ["effectiveOn"] = null })).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Fact]
    public async Task An_administrator_changes_no_rule_of_a_region_that_is_not_theirs()
    {
        var ofOrdos = _node.As(ApiClientSamples.AdministratorOfOrdos);
        (await _rules.Draft(With(await _rules.Rule(), "term", "P3Y"), ofOrdos)).ShouldBe(HttpStatusCode.Created);
        (await _rules.Draft(With(await _rules.Rule("chongqing-2-3"), "term", "P3Y"), ofOrdos)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");

        var law = await _rules.Rule("charity-law-16-3");
        law["bars"]!["region"] = "150600"; // would take the law out of the rest of the country
        (await _rules.Draft(law, ofOrdos)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _rules.Retire("charity-law-16-3", ofOrdos)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _rules.PolicyDocuments("review", ofOrdos)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _rules.Adopt(await _rules.Drafted(With(await _rules.Rule("charity-law-16-3"), "term", "P3Y")), ofOrdos)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    private Task<ApiAnswer> Check() => _node.Story.Check("张建国", ResidentIds.Zhang);

    private async Task<IEnumerable<string>> Ids(string version) =>
        (await _rules.First.Get(Rules + version)).ShouldBe(HttpStatusCode.OK).Body["rules"]!.AsArray().Select(rule => rule!["id"]!.ToString());
}

using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>The registry's main job as its users do it, over HTTP: an officer records and proposes, an approver decides, a clerk asks.</summary>
internal sealed class Story(ApiCaller officer, ApiCaller approver, ApiCaller clerk)
{
    public ApiCaller Officer { get; } = officer;

    public ApiCaller Approver { get; } = approver;

    public ApiCaller Clerk { get; } = clerk;

    public async Task<string> RecordOrganization(string name = "某某研究会", string region = "150602")
    {
        var answer = await Officer.Post("/api/v1/banned-organizations", new JsonObject { ["name"] = name, ["unlawfulKind"] = "unregistered", ["region"] = region });
        return answer.ShouldBe(HttpStatusCode.Created)["id"]!;
    }

    /// <returns>The reference of the one responsible person.</returns>
    public async Task<string> Ban(string organization, JsonObject person)
    {
        var answer = await Officer.Post($"/api/v1/banned-organizations/{organization}/dispositions", ABan(person));
        return answer.ShouldBe(HttpStatusCode.Created).Body["responsiblePersons"]![0]!["responsiblePersonId"]!.ToString();
    }

    public static JsonObject ABan(params JsonNode[] persons) => new()
    {
        ["kind"] = "banned",
        ["documentNumber"] = "鄂民取字〔2026〕1号",
        ["decidedOn"] = "2026-03-02",
        ["authority"] = "鄂尔多斯市民政局",
        ["responsiblePersons"] = new JsonArray(persons),
    };

    public static JsonObject APerson(string name, string? number, string part = "personInCharge")
    {
        var person = new JsonObject { ["name"] = name, ["part"] = part };
        if (number is not null)
        {
            person["documents"] = Documents(number);
        }

        return person;
    }

    public async Task<string> Propose(string organization, string responsiblePerson)
    {
        var answer = await Officer.Post(
            "/api/v1/listings", new JsonObject { ["bannedOrganizationId"] = organization, ["responsiblePersonId"] = responsiblePerson });
        return answer.ShouldBe(HttpStatusCode.Created)["id"]!;
    }

    public async Task ServeNotice(string listing) =>
        (await Officer.Post($"/api/v1/listings/{listing}/notice", new JsonObject { ["servedOn"] = "2026-03-09", ["method"] = "direct", ["proof"] = "送达回证1号" }))
            .ShouldBe(HttpStatusCode.OK);

    public async Task Enter(string listing) =>
        (await Approver.Post($"/api/v1/listings/{listing}/decision", ADecision("enter"))).ShouldBe(HttpStatusCode.OK);

    public static JsonObject ADecision(string decision) => new()
    {
        ["decision"] = decision, ["documentNumber"] = "鄂民列字〔2026〕1号", ["decidedOn"] = "2026-03-17", ["reasons"] = "事实清楚",
    };

    public async Task Annul(string listing) =>
        (await Approver.Post($"/api/v1/listings/{listing}/annulment",
            new JsonObject { ["documentNumber"] = "鄂民撤字〔2026〕1号", ["annulledOn"] = "2026-06-01", ["reason"] = "认定有误" })).ShouldBe(HttpStatusCode.OK);

    /// <summary>From the record of the organization to the listing in force.</summary>
    public async Task<string> List(string name, string? number)
    {
        var organization = await RecordOrganization();
        var listing = await Propose(organization, await Ban(organization, APerson(name, number)));
        await ServeNotice(listing);
        await Enter(listing);
        return listing;
    }

    public Task<ApiAnswer> Check(string name, string? number, string position = "founder", string region = "150602", bool charitable = false) =>
        Clerk.Post("/api/v1/eligibility-checks", AQuestion(region, charitable, AnApplicant(name, number, position)));

    public static JsonObject AQuestion(string region, bool charitable, params JsonNode[] applicants) => new()
    {
        ["applicationReference"] = "150600-2026-S-0012",
        ["purpose"] = "registration",
        ["organization"] = new JsonObject { ["name"] = "鄂尔多斯市某某协会", ["kind"] = "socialAssociation", ["charitable"] = charitable, ["region"] = region },
        ["applicants"] = new JsonArray(applicants),
    };

    public static JsonObject AnApplicant(string name, string? number, string position = "founder") => new()
    {
        ["name"] = name,
        ["position"] = position,
        ["documents"] = number is null ? new JsonArray() : Documents(number),
    };

    private static JsonArray Documents(string number) => [new JsonObject { ["type"] = "residentId", ["number"] = number }];
}

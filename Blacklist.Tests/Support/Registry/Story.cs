using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>
/// The registry's main job as its users do it, over HTTP: an officer records and proposes, an approver decides, a clerk asks.
/// Each step comes as one request with its answer, and as a step that must succeed.
/// </summary>
internal sealed class Story(ApiCaller officer, ApiCaller approver, ApiCaller clerk)
{
    public const string Organizations = "/api/v1/banned-organizations";
    public const string Listings = "/api/v1/listings";
    public const string Checks = "/api/v1/eligibility-checks";

    public ApiCaller Officer { get; } = officer;

    public ApiCaller Approver { get; } = approver;

    public ApiCaller Clerk { get; } = clerk;

    public static JsonObject AnOrganization(string name = "某某研究会", string region = "150602") =>
        new() { ["name"] = name, ["unlawfulKind"] = "unregistered", ["region"] = region };

    public async Task<string> RecordOrganization(string region = "150602") =>
        (await Officer.Post(Organizations, AnOrganization(region: region))).ShouldBe(HttpStatusCode.Created)["id"]!;

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

    public Task<ApiAnswer> Dispose(string organization, JsonObject disposition) =>
        Officer.Post($"{Organizations}/{organization}/dispositions", disposition);

    public Task<ApiAnswer> Attach(string organization, byte[] scan, string mediaType = "application/pdf", string? kind = "decision") =>
        Officer.Post($"{Organizations}/{organization}/papers{(kind is null ? "" : "?kind=" + kind)}", scan, new MediaTypeHeaderValue(mediaType), Guid.NewGuid().ToString());

    public Task<ApiAnswer> AnnulDisposition(string organization, string disposition, string on = "2026-06-01") =>
        Officer.Post(
            $"{Organizations}/{organization}/dispositions/{disposition}/annulment",
            new JsonObject { ["documentNumber"] = "鄂行复〔2026〕1号", ["annulledOn"] = on, ["reason"] = "行政复议决定撤销" });

    /// <summary>A week after the ban.</summary>
    public Task<ApiAnswer> Publish(string organization, string disposition, string on = "2026-03-09", ApiCaller? by = null) =>
        (by ?? Officer).Post(
            $"{Organizations}/{organization}/dispositions/{disposition}/publication",
            new JsonObject { ["documentNumber"] = "鄂民告〔2026〕1号", ["publishedOn"] = on });

    public Task<ApiAnswer> DemandWithdrawal(string organization, string disposition, string on = "2026-06-01") =>
        Officer.Post(
            $"{Organizations}/{organization}/dispositions/{disposition}/publication/withdrawal-demand",
            new JsonObject { ["documentNumber"] = "鄂民变字〔2026〕1号", ["changedOn"] = on, ["reason"] = "决定书所载名称有误" });

    public Task<ApiAnswer> Withdraw(string organization, string disposition, string on = "2026-06-03", ApiCaller? by = null) =>
        (by ?? Officer).Post(
            $"{Organizations}/{organization}/dispositions/{disposition}/publication/withdrawal",
            new JsonObject { ["withdrawnOn"] = on, ["reasons"] = "原取缔决定经行政复议撤销" });

    /// <returns>The references of the responsible persons, in the order given.</returns>
    public async Task<IReadOnlyList<string>> Ban(string organization, params JsonNode[] persons) =>
        [.. (await Dispose(organization, ABan(persons))).ShouldBe(HttpStatusCode.Created)
            .Body["responsiblePersons"]!.AsArray().Select(person => person!["responsiblePersonId"]!.ToString())];

    public Task<ApiAnswer> Propose(string organization, string responsiblePerson, ApiCaller? by = null) =>
        (by ?? Officer).Post(Listings, new JsonObject
        {
            ["bannedOrganizationId"] = organization,
            ["responsiblePersonId"] = responsiblePerson,
            ["facts"] = "决定书载明其为负责人",
            ["grounds"] = "系被取缔组织的直接责任人",
        });

    public Task<ApiAnswer> ServeNotice(string listing, string on = "2026-03-09", string method = "direct") =>
        Officer.Post($"{Listings}/{listing}/notice", new JsonObject { ["servedOn"] = on, ["method"] = method, ["proof"] = "送达回证1号" });

    public Task<ApiAnswer> RecordStatement(string listing, string on = "2026-03-10", string kind = "waived") =>
        Officer.Post($"{Listings}/{listing}/statement", new JsonObject { ["kind"] = kind, ["receivedOn"] = on, ["document"] = "陈述申辩书1号" });

    public Task<ApiAnswer> Decide(string listing, string decision = "enter", string on = "2026-03-17", ApiCaller? by = null, string? key = null) =>
        (by ?? Approver).Post(
            $"{Listings}/{listing}/decision",
            new JsonObject { ["decision"] = decision, ["documentNumber"] = "鄂民列字〔2026〕1号", ["decidedOn"] = on, ["reasons"] = "事实清楚" },
            key);

    public Task<ApiAnswer> Annul(string listing, string on = "2026-06-01", string? ifMatch = null) =>
        Approver.Post(
            $"{Listings}/{listing}/annulment",
            new JsonObject { ["documentNumber"] = "鄂民撤字〔2026〕1号", ["annulledOn"] = on, ["reason"] = "认定有误" },
            ifMatch: ifMatch);

    public Task<ApiAnswer> AttemptService(string listing, string failure = "refused", string on = "2026-03-06") =>
        Officer.Post($"{Listings}/{listing}/service-attempts", new JsonObject { ["attemptedOn"] = on, ["failure"] = failure, ["proof"] = "送达情况说明1号" });

    public Task<ApiAnswer> Suspend(string listing, string from = "2026-11-01", string? until = null, ApiCaller? by = null) =>
        Change(listing, "suspension", new JsonObject { ["from"] = from, ["until"] = until }, by);

    public Task<ApiAnswer> Resume(string listing, string on = "2026-11-10", ApiCaller? by = null) =>
        Change(listing, "suspension/end", new JsonObject { ["resumedOn"] = on }, by);

    public Task<ApiAnswer> Vary(string listing, string? endsOn, string from = "2026-11-01", params string[] positions) =>
        Change(listing, "variation", new JsonObject { ["effectiveOn"] = from, ["endsOn"] = endsOn, ["positions"] = Texts(positions) });

    public Task<ApiAnswer> Waive(string listing, params string[] organizations) =>
        Change(listing, "waiver", new JsonObject { ["organizations"] = Texts(organizations), ["from"] = "2026-11-01" });

    public Task<ApiAnswer> WithdrawWaiver(string listing, string waiver, string on = "2026-11-10") =>
        Change(listing, $"waivers/{waiver}/withdrawal", new JsonObject { ["withdrawnOn"] = on });

    public Task<ApiAnswer> Repair(string listing, string on = "2026-11-01", ApiCaller? by = null) =>
        Change(listing, "repair", new JsonObject { ["repairedOn"] = on }, by);

    public Task<ApiAnswer> Change(string listing, string how, JsonObject body, ApiCaller? by = null)
    {
        body["documentNumber"] = "鄂民变字〔2026〕1号";
        body["reason"] = "复核";
        return (by ?? Approver).Post($"{Listings}/{listing}/{how}", body);
    }

    /// <summary>From the record of the organization to the proposal.</summary>
    public async Task<string> Proposed(string name, string? number, ApiCaller? by = null)
    {
        var organization = await RecordOrganization();
        var persons = await Ban(organization, APerson(name, number));
        return (await Propose(organization, persons[0], by)).ShouldBe(HttpStatusCode.Created)["id"]!;
    }

    /// <summary>… to the notice; the person may answer until 2026-03-16.</summary>
    public async Task<string> Noticed(string name, string? number, ApiCaller? by = null)
    {
        var listing = await Proposed(name, number, by);
        (await ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }

    /// <summary>… to the listing in force.</summary>
    public async Task<string> Listed(string name, string? number)
    {
        var listing = await Noticed(name, number);
        (await Decide(listing)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }

    public Task<ApiAnswer> Check(
        string name, string? number, string position = "founder", string region = "150602", bool charitable = false, ApiCaller? by = null, string? key = null) =>
        (by ?? Clerk).Post(Checks, AQuestion(region, charitable, AnApplicant(name, number, position)), key);

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

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static JsonArray Documents(string number) => [new JsonObject { ["type"] = "residentId", ["number"] = number }];
}

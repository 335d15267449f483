using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>An appeal as its users conduct it, over HTTP: the counter takes it in, the appeals administrator handles it.</summary>
internal sealed class AppealStory(Story story, ApiCaller administrator, ApiCaller counter)
{
    public const string Appeals = "/api/v1/appeals";
    public const string Words = "本人自2025年起已不担任该组织职务。";
    public const string DecidedOn = "2026-11-20";

    public AppealStory(RegistryNode node)
        : this(node.Story, node.As(ApiClientSamples.AppealsAdministrator), node.As(ApiClientSamples.Clerk))
    {
    }

    public Story Story { get; } = story;

    public ApiCaller Administrator { get; } = administrator;

    public ApiCaller Counter { get; } = counter;

    public Task<ApiAnswer> File(string listing, string kind = "objection", string on = "2026-11-16", string? statement = null, ApiCaller? by = null)
    {
        var body = new JsonObject
        {
            ["listingId"] = listing,
            ["kind"] = kind,
            ["channel"] = "inPerson",
            ["receivedOn"] = on,
            ["document"] = "申诉书1号",
        };
        if (statement is not null)
        {
            body["statement"] = statement;
        }

        return (by ?? Counter).Post(Appeals, body);
    }

    public Task<ApiAnswer> Admit(string appeal, string on = "2026-11-17", ApiCaller? by = null) =>
        Post(appeal, "admission", new JsonObject { ["admittedOn"] = on }, by);

    public Task<ApiAnswer> Reject(string appeal, string on = "2026-11-17", ApiCaller? by = null) =>
        Post(appeal, "rejection", new JsonObject { ["rejectedOn"] = on, ["documentNumber"] = "鄂民不受字〔2026〕1号", ["reason"] = "已作处理" }, by);

    public Task<ApiAnswer> Assign(string appeal, string? to = null, ApiCaller? by = null) =>
        Post(appeal, "assignment", new JsonObject { ["assignedTo"] = to ?? ApiClientSamples.AppealsAdministrator.Id }, by);

    public Task<ApiAnswer> Put(string appeal, string on = "2026-11-18", ApiCaller? by = null) =>
        Post(appeal, "evidence", new JsonObject { ["title"] = "离任证明", ["reference"] = "异议卷第3页", ["from"] = "person", ["receivedOn"] = on }, by);

    public Task<ApiAnswer> Invite(string appeal, string to = "2026-12-15", ApiCaller? by = null) =>
        Post(appeal, "hearing", new JsonObject { ["heldOn"] = to, ["place"] = "听证室", ["documentNumber"] = "鄂民听字〔2026〕1号" }, by);

    public Task<ApiAnswer> Hear(string appeal, string on = "2026-12-15", ApiCaller? by = null) =>
        Post(appeal, "hearing/record", new JsonObject { ["heldOn"] = on, ["attended"] = true, ["record"] = "听证笔录1号" }, by);

    public Task<ApiAnswer> Decide(string appeal, string remedy = "annul", string on = DecidedOn, ApiCaller? by = null, string? endsOn = null)
    {
        var body = new JsonObject { ["remedy"] = remedy, ["documentNumber"] = "鄂民申决字〔2026〕1号", ["decidedOn"] = on, ["reasons"] = "经核实" };
        if (endsOn is not null)
        {
            body["endsOn"] = endsOn;
        }

        return Post(appeal, "decision", body, by);
    }

    public Task<ApiAnswer> Withdraw(string appeal, string on = "2026-11-18", ApiCaller? by = null) =>
        Post(appeal, "withdrawal", new JsonObject { ["withdrawnOn"] = on, ["document"] = "撤回申请书1号", ["reason"] = "当事人自愿撤回" }, by);

    /// <summary>An objection from its receipt.</summary>
    public Task<string> Filed(string listing) => Filed(listing, "objection");

    public async Task<string> Filed(string listing, string kind, string? statement = null) =>
        (await File(listing, kind, statement: statement)).ShouldBe(HttpStatusCode.Created)["id"]!;

    public async Task<string> Rejected(string listing) => await After(await Filed(listing), id => Reject(id));

    public Task<string> Admitted(string listing) => Admitted(listing, "objection");

    public async Task<string> Admitted(string listing, string kind, string? statement = null) =>
        await After(await Filed(listing, kind, statement), id => Admit(id));

    public Task<string> Assigned(string listing) => Assigned(listing, "objection");

    public async Task<string> Assigned(string listing, string kind) => await After(await Admitted(listing, kind), id => Assign(id));

    /// <summary>… to the hearing of 15 December 2026.</summary>
    public async Task<string> Invited(string listing) => await After(await Assigned(listing), id => Invite(id));

    private static async Task<string> After(string appeal, Func<string, Task<ApiAnswer>> step)
    {
        (await step(appeal)).ShouldBe(HttpStatusCode.OK);
        return appeal;
    }

    private Task<ApiAnswer> Post(string appeal, string step, JsonObject body, ApiCaller? by) =>
        (by ?? Administrator).Post($"{Appeals}/{appeal}/{step}", body);
}

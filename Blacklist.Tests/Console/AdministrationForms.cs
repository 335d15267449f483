using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Blacklist.Tests.Api;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.ConsolePages;

/// <summary>The forms of administrators: on what each is done, and with which answers.</summary>
internal static class AdministrationForms
{
    private const string Users = "/console/users";
    private const string Clients = "/console/clients";
    private const string Rules = "/console/rules";
    private const string AKey = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    private static readonly (string, string)[] Given =
        [("name", "赵六"), ("department", "鄂尔多斯市民政局"), ("roles", "registrationClerk"), ("regions", "150600"), ("purposes", "registration")];

    public static IReadOnlyList<FormRow> All { get; } =
    [
        .. OfUsers.Concat(OfClients).Concat(OfRules).Select(row => row with { Who = ApiClientSamples.SecondAdministrator }),
        new("/console/callers/{caller}/pause", story => story.Administration.Caller("pause"), ("reason", "设备遗失")) { Who = ApiClientSamples.Administrator },
        new("/console/callers/{caller}/resumption", story => story.Administration.Paused("resumption"), ("reason", "已经核实")) { Who = ApiClientSamples.Administrator },
        new("/console/calendar/{year:int}/publication", _ => Task.FromResult("/console/calendar/2027/publication"),
            ("holidays[0].occasion", "元旦"), ("holidays[0].first", "2027-01-01"), ("holidays[0].last", "2027-01-01"), ("source", "放假安排"), ("reason", "先行录入"))
        {
            Who = ApiClientSamples.Administrator,
        },
        new("/console/system/keys/{purpose}/rotation", _ => Task.FromResult("/console/system/keys/receipt/rotation")) { Who = ApiClientSamples.Administrator },
    ];

    private static IReadOnlyList<FormRow> OfUsers =>
    [
        new(Users + "/new", _ => Task.FromResult(Users + "/new"), [("userName", "row.new"), .. Given]) { IsOnce = true, Wrong = _ => Task.FromResult(Users + "/new") },
        new(Users + "/{id}/grants", story => story.Administration.User("grants"), Given) { IsOnce = true },
        new(Users + "/{id}/confirmation", story => story.Administration.User("confirmation", "approver")) { IsOnce = true, Wrong = story => story.Administration.User("confirmation") },
        new(Users + "/{id}/suspension", story => story.Administration.User("suspension")) { IsOnce = true },
        new(Users + "/{id}/suspension/end", story => story.Administration.Suspended("suspension/end")) { IsOnce = true },
        new(Users + "/{id}/reset", story => story.Administration.User("reset")) { IsOnce = true },
    ];

    private static IReadOnlyList<FormRow> OfClients =>
    [
        new(Clients + "/register/new", _ => Task.FromResult(Clients + "/register/new"),
            ("id", "row-new"), ("name", "东胜区登记系统"), ("department", "东胜区民政局"), ("roles", "registrationSystem"), ("regions", "150602"), ("purposes", "registration"))
        {
            IsOnce = true,
            Wrong = _ => Task.FromResult(Clients + "/register/new"),
        },
        new(Clients + "/{id}/secret", story => story.Administration.Client("secret"), ("overlapHours", "0")) { Wrong = story => story.Administration.Revoked("secret") },
        new(Clients + "/{id}/keys", story => story.Administration.Client("keys"), ("publicKey", AKey)) { IsOnce = true },
        new(Clients + "/{id}/keys/{kid}/revocation", story => story.Administration.Key(AKey)) { IsOnce = true },
        new(Clients + "/{id}/revocation", story => story.Administration.Client("revocation")) { IsOnce = true, Wrong = story => story.Administration.Revoked("revocation") },
    ];

    private static IReadOnlyList<FormRow> OfRules =>
    [
        new(Rules + "/drafts/new", _ => Task.FromResult(Rules + "/drafts/new"),
            ("rule.id", "row-example"), ("rule.title", "某某市管理办法（示例）"), ("rule.article", "第一条"), ("rule.level", "policyDocument"), ("rule.bars.charitableOnly", "false"),
            ("rule.bars.region", "150600"), ("rule.starts", "dispositionDate"), ("rule.term", "P3Y"), ("rule.effect", "review"), ("rule.source", "示例"), ("reason", "示例")),
        new(Rules + "/drafts/{id:guid}/adoption", story => story.Administration.Draft("chongqing-2-3", "adoption")) { Wrong = story => story.Administration.Discarded("adoption") },
        new(Rules + "/drafts/{id:guid}/discard", story => story.Administration.Draft("charity-law-16-3", "discard"), ("reason", "有误")),
        new(Rules + "/{id}/retirement", _ => Task.FromResult(Rules + "/foundation-regulation-23/retirement"), ("reason", "废止")),
        new(Rules + "/policy-documents/review", _ => Task.FromResult(Rules + "/policy-documents/review"), ("documentNumber", "民法函〔2026〕8号"), ("reason", "合法性审查")),
        new(Rules + "/policy-documents/restoration", _ => Task.FromResult(Rules + "/policy-documents/restoration"), ("documentNumber", "民法函〔2026〕9号"), ("reason", "审查通过")),
    ];
}

/// <summary>What each form of administrators needs before it can be filled in.</summary>
internal sealed class AdministrationStory(RegistryNode node)
{
    private int _made;

    private RuleStory Rules { get; } = new(node);

    public async Task<string> User(string task, string role = "registrationClerk") =>
        $"/console/users/{await Added(role)}/{task}";

    public async Task<string> Suspended(string task)
    {
        var id = await Added("registrationClerk");
        (await node.Service<Users>().Suspend((await node.Service<Users>().Find(id))!, "another-administrator")).ShouldBeTrue();
        return $"/console/users/{id}/{task}";
    }

    public async Task<string> Client(string task) => $"/console/clients/{await Registered()}/{task}";

    public async Task<string> Revoked(string task)
    {
        var id = await Registered();
        await node.Service<ApiClients>().Revoke(id);
        return $"/console/clients/{id}/{task}";
    }

    public async Task<string> Key(string publicKey)
    {
        var id = await Registered();
        ClientKey.Parse(publicKey).Is(out var key, out _).ShouldBeTrue();
        (await node.Service<ClientKeys>().Add(id, key!, publicKey, "another-administrator")).ShouldBeTrue();
        return $"/console/clients/{id}/keys/{key!.Kid}/revocation";
    }

    public async Task<string> Caller(string task)
    {
        var id = $"row-caller-{++_made}";
        await node.Database.Owner.Execute($"INSERT INTO security.daily_use VALUES ('{id}', date '{RegistryNode.Today:yyyy-MM-dd}', '{{150600}}', 1, 0, 0)");
        return $"/console/callers/{id}/{task}";
    }

    public async Task<string> Paused(string task)
    {
        var caller = await Caller("");
        (await Rules.First.Post($"/api/v1/callers/{caller.Split('/')[3]}/pause", new System.Text.Json.Nodes.JsonObject { ["reason"] = "设备遗失" })).ShouldBe(System.Net.HttpStatusCode.OK);
        return caller + task;
    }

    public async Task<string> Draft(string rule, string task) => $"/console/rules/drafts/{await Drafted(rule)}/{task}";

    public async Task<string> Discarded(string task)
    {
        var draft = await Drafted("charity-law-16-3");
        (await Rules.Discard(draft)).ShouldBe(System.Net.HttpStatusCode.OK);
        return $"/console/rules/drafts/{draft}/{task}";
    }

    private async Task<string> Drafted(string rule) => await Rules.Drafted(RuleStory.With(await Rules.Rule(rule), "source", $"修订稿{++_made}"));

    private async Task<string> Added(string role) => (await node.Service<Users>().Add(
        $"row.{++_made}", new UserDetails("钱八", "鄂尔多斯市民政局", [role], ["150600"], ["registration"]), "another-administrator")).Value!.Id;

    private async Task<string> Registered()
    {
        var id = $"row-{++_made}";
        (await node.Service<ApiClients>().Register(new ApiClient(id, "登记系统", "鄂尔多斯市民政局", ["registrationSystem"], ["150600"], ["registration"]))).Value.ShouldNotBeNull();
        return id;
    }
}

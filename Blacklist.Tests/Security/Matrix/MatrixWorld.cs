using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Tests.Api;
using Blacklist.Tests.Eligibility;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Security.Matrix;

/// <summary>One thing of each kind, all in one prefecture; and how a request is made that means one of them.</summary>
internal sealed class MatrixWorld
{
    public const string Region = "150600";

    private const string ARow =
        """
        {"reference":"150600-2026-N-0001","name":"戊方圆","position":"founder","organizationName":"某某协会","organizationKind":"socialAssociation","charitable":false,"region":"150600"}

        """;

    private readonly Dictionary<string, string> _ids = [];

    /// <summary>Paths by their beginning, the longest that fits, with the part of the path and what stands there.</summary>
    private static readonly (string Path, string Part, string Thing)[] Parts =
    [
        ("/api/v1/banned-organizations/", "id", "organization"), ("/api/v1/banned-organizations/", "dispositionId", "disposition"), ("/api/v1/banned-organizations/", "paperId", "paper"),
        ("/api/v1/listings/", "id", "listing"), ("/api/v1/listings/", "waiverId", "waiver"), ("/api/v1/listings/", "identityId", "identity"),
        ("/api/v1/listings/{id:guid}/letters/repair", "id", "repaired"), ("/api/v1/listings/{id:guid}/erasure", "id", "erased"),
        ("/api/v1/appeals/", "id", "appeal"), ("/api/v1/appeals/{id:guid}/letters/rejection", "id", "rejected"),
        ("/api/v1/eligibility-checks/", "id", "check"), ("/api/v1/eligibility-checks/", "determinationId", "determination"),
        ("/api/v1/deadlines/", "id", "deadline"), ("/api/v1/notices/", "id", "notice"), ("/api/v1/reexaminations/", "id", "reexamination"),
        ("/api/v1/rules/", "id", "rule"), ("/api/v1/rules/drafts/", "id", "draft"), ("/api/v1/rules/versions/", "number", "version"),
        ("/api/v1/calendar/", "year", "year"), ("/api/v1/users/", "id", "user"), ("/api/v1/callers/", "caller", "caller"), ("/api/v1/clients/", "id", "client"), ("/api/v1/clients/", "kid", "kid"),
        ("/api/v1/eligibility-check-files/", "id", "file"), ("/api/v1/keys/", "purpose", "purpose"),
    ];

    /// <summary>Fields of the documented examples that name something.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["region"] = "region",
        ["listingId"] = "repaired",
        ["bannedOrganizationId"] = "organization",
        ["responsiblePersonId"] = "person",
        ["listingNumber"] = "listingNumber",
    };

    /// <summary>Of a thing of the world, as its paths are told from.</summary>
    public string IdOf(string thing) => _ids[thing];

    /// <summary>Told once, over HTTP; the check was asked by the clerk of <see cref="ApiClientSamples"/>.</summary>
    public static async Task<MatrixWorld> Tell(RegistryNode node)
    {
        var world = new MatrixWorld();
        var (story, ids) = (node.Story, world._ids);
        ids["region"] = Region;
        (ids["rule"], ids["version"], ids["year"]) = ("erdos-2018-4-2", "1", "2026");
        ids["purpose"] = "token";
        ids["organization"] = await story.RecordOrganization(Region);
        var ban = (await story.Dispose(ids["organization"], Story.ABan(
            Story.APerson("甲方圆", null), Story.APerson("乙方圆", ResidentIds.Of(940)), Story.APerson("丙方圆", ResidentIds.Of(941)), Story.APerson("丁方圆", null))))
            .ShouldBe(HttpStatusCode.Created);
        ids["disposition"] = ban["dispositionId"]!;
        var persons = ban.Body["responsiblePersons"]!.AsArray().Select(person => person!["responsiblePersonId"]!.ToString()).ToList();
        ids["person"] = persons[3];
        (await story.Publish(ids["organization"], ids["disposition"])).ShouldBe(HttpStatusCode.OK);

        ids["paper"] = (await story.Attach(ids["organization"], Scans.Pdf())).ShouldBe(HttpStatusCode.Created)["id"]!;

        ids["listing"] = await Listed(story, ids["organization"], persons[0]);
        ids["listingNumber"] = (await story.Officer.Get($"{Story.Listings}/{ids["listing"]}"))["number"]!;
        ids["waiver"] = (await story.Waive(ids["listing"], "鄂尔多斯市某某协会")).ShouldBe(HttpStatusCode.OK)["waiverId"]!;
        ids["identity"] = await story.Link(ids["listing"], "otherName", "甲圆");
        var check = await story.Check("甲方圆", ResidentIds.Of(942), region: Region);
        ids["check"] = check["checkId"]!;
        ids["determination"] = (await story.Determine(check, "differentPerson")).ShouldBe(HttpStatusCode.OK)["id"]!;

        var appeals = new AppealStory(node);
        ids["rejected"] = await appeals.Rejected(ids["listing"]);
        ids["appeal"] = await appeals.Assigned(ids["listing"]);
        (await appeals.Decide(ids["appeal"], "maintain")).ShouldBe(HttpStatusCode.OK);

        ids["repaired"] = await Listed(story, ids["organization"], persons[1]);
        (await story.Repair(ids["repaired"])).ShouldBe(HttpStatusCode.OK);
        var annulled = await Listed(story, ids["organization"], persons[2]);
        (await story.Check("丙方圆", ResidentIds.Of(941), region: Region)).Verdict().ShouldBe("restricted");
        (await story.Annul(annulled)).ShouldBe(HttpStatusCode.OK);
        await EffectsTurns.Finish(node);
        ids["notice"] = await First(story.Clerk, "/api/v1/notices");
        ids["reexamination"] = await First(story.Clerk, "/api/v1/reexaminations");
        ids["deadline"] = await First(story.Officer, "/api/v1/deadlines");
        ids["erased"] = annulled;
        (await story.Approver.Post($"{Story.Listings}/{annulled}/erasure", new JsonObject { ["reason"] = "测试" })).ShouldBe(HttpStatusCode.OK);
        var rules = new RuleStory(node);
        ids["draft"] = await rules.Drafted(RuleStory.With(await rules.Rule(), "source", "修订稿"));
        ids["caller"] = "counted";
        await node.Database.Owner.Execute($"INSERT INTO security.daily_use VALUES ('counted', date '{RegistryNode.Today:yyyy-MM-dd}', '{{{Region}}}', 1, 0, 0)");
        (ids["client"], ids["kid"]) = (ApiClientSamples.Clerk.Id, "none");
        ids["file"] = (await story.Clerk.Post("/api/v1/eligibility-check-files", Encoding.UTF8.GetBytes(ARow), new MediaTypeHeaderValue("application/x-ndjson"), Guid.NewGuid().ToString()))
            .ShouldBe(HttpStatusCode.Accepted)["id"]!;
        ids["entry"] = (await node.Database.Owner.Scalar<Guid>($"SELECT id FROM audit.entries WHERE regions = '{{{Region}}}' ORDER BY id LIMIT 1")).ToString();
        ids["user"] = (await node.As(ApiClientSamples.Administrator).Post("/api/v1/users", new JsonObject
        {
            ["userName"] = "fang.yuan",
            ["name"] = "测试",
            ["department"] = "测试单位",
            ["roles"] = new JsonArray("registrationClerk"),
            ["regions"] = new JsonArray(Region),
            ["purposes"] = new JsonArray("registration"),
        })).ShouldBe(HttpStatusCode.Created).Body["user"]!["id"]!.ToString();
        return world;
    }

    /// <summary>The path with what there is, or with ids of nothing.</summary>
    public string Path(AccessRow row, bool absent = false)
    {
        var parts = Parts.Where(part => row.Path.StartsWith(part.Path, StringComparison.Ordinal)).OrderByDescending(part => part.Path.Length).ToList();
        return string.Join('/', row.Path.Split('/').Select(step => step is not ['{', .. var name, '}'] ? step : Of(name.Split(':')[0])));

        string Of(string name) =>
            row.Public is not null ? _ids["organization"]
            : parts.FirstOrDefault(part => part.Part == name) is { Thing: { } thing } ? absent ? Guid.Empty.ToString() : _ids[thing]
            : throw new InvalidOperationException($"{row}: the world of the matrix has nothing for {{{name}}}; tell it one and name it in Parts.");
    }

    /// <summary>The documented example, about what there is; null without a body.</summary>
    public string? Body(AccessRow row)
    {
        var body = row.Example?.DeepClone();
        Fill(body);
        return row.Method != "POST" ? null : body is JsonValue text ? text.GetValue<string>() : body?.ToJsonString() ?? "";
    }

    private void Fill(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Fill(item);
            }
        }

        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            if (Fields.TryGetValue(name, out var thing))
            {
                node![name] = _ids[thing];
            }
            else
            {
                Fill(value);
            }
        }
    }

    private static async Task<string> Listed(Story story, string organization, string person)
    {
        var listing = (await story.Propose(organization, person)).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
        (await story.Decide(listing)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }

    private static async Task<string> First(ApiCaller caller, string list) =>
        (await caller.Get(list)).ShouldBe(HttpStatusCode.OK).Body["items"]![0]!["id"]!.ToString();
}

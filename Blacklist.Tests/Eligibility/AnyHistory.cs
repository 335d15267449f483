using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Eligibility;

/// <summary>Everything that bears on verdicts, in an order that a seed and the machine choose, while checks are asked.</summary>
internal static class AnyHistory
{
    private static readonly string[] Names = ["王小明", "王晓明", "王小名", "李秋水", "李秋", "欧阳明湖", "阿拉坦", "王明小"];

    public static Task Happen(RegistryNode[] nodes, int seed, int steps)
    {
        var cases = new List<OpenCase>();
        return Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Work(new Random((seed * 100) + worker), nodes[worker % nodes.Length], cases, steps)));
    }

    private static async Task Work(Random random, RegistryNode node, List<OpenCase> cases, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var one = Any(random, cases);
            await (random.Next(12) switch
            {
                0 or 1 => Open(random, node.Story, cases),
                2 when one is not null => Link(random, node.Story, one),
                3 when one?.Links.Count > 0 => Tolerate(node.Story.Unlink(one.Listing, one.Links[random.Next(one.Links.Count)])),
                4 when one is not null && random.Next(3) == 0 => Tolerate(node.Story.Annul(one.Listing)),
                5 when Any(random, cases) is { } other && one is not null && other != one => Merge(node.Story, one, other),
                6 when one is not null && random.Next(4) == 0 => Tolerate(node.Story.AnnulDisposition(one.Organization, one.Disposition)),
                7 or 8 => Determine(random, node),
                _ => Check(random, node.Story),
            });
        }
    }

    private static OpenCase? Any(Random random, List<OpenCase> cases)
    {
        lock (cases)
        {
            return cases.Count == 0 ? null : cases[random.Next(cases.Count)];
        }
    }

    private static async Task Open(Random random, Story story, List<OpenCase> cases)
    {
        var organization = await story.RecordOrganization();
        var ban = await story.Dispose(organization, Story.ABan(Story.APerson(AName(random), random.Next(3) == 0 ? null : ANumber(random))));
        var person = ban.ShouldBe(HttpStatusCode.Created).Body["responsiblePersons"]![0]!["responsiblePersonId"]!.ToString();
        var listing = (await story.Propose(organization, person)).ShouldBe(HttpStatusCode.Created)["id"]!;
        if (random.Next(5) > 0)
        {
            (await story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
            (await story.Decide(listing, random.Next(6) == 0 ? "drop" : "enter")).ShouldBe(HttpStatusCode.OK);
        }

        lock (cases)
        {
            cases.Add(new OpenCase(organization, ban["dispositionId"]!, listing, []));
        }
    }

    private static async Task Link(Random random, Story story, OpenCase one)
    {
        var kind = new[] { "furtherDocument", "otherName", "correctedNumber" }[random.Next(3)];
        var documents = kind == "otherName" ? Array.Empty<JsonNode>() : [IdentitySteps.ADocument(ANumber(random))];
        one.Links.Add(await story.Link(one.Listing, kind, AName(random), documents));
    }

    private static async Task Merge(Story story, OpenCase one, OpenCase other) => one.Links.Add(await story.Merge(one.Listing, other.Listing));

    private static async Task Determine(Random random, RegistryNode node)
    {
        var check = await Check(random, node.Story);
        if (check.Reasons().Count == 0)
        {
            return;
        }

        var by = random.Next(2) == 0 ? node.Story.Clerk : node.As(ApiClientSamples.ClerkOfNation);
        var found = await node.Story.Determine(check, random.Next(2) == 0 ? "samePerson" : "differentPerson", by);
        if (found.Status == HttpStatusCode.OK && random.Next(3) == 0)
        {
            await Tolerate(node.Story.Revoke(check, found));
        }
    }

    private static Task<ApiAnswer> Check(Random random, Story story) =>
        story.Check(AName(random), random.Next(3) == 0 ? null : ANumber(random), charitable: random.Next(2) == 0);

    private static string AName(Random random) => Names[random.Next(Names.Length)];

    private static string ANumber(Random random) => ResidentIds.Of(7_000 + random.Next(12));

    /// <summary>Somebody else may have been first.</summary>
    private static async Task Tolerate(Task<ApiAnswer> step) => (await step).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NotFound);

    private static async Task Tolerate(Task step)
    {
        try
        {
            await step;
        }
        catch (ShouldAssertException)
        {
            // the link went with another step
        }
    }

    private sealed record OpenCase(string Organization, string Disposition, string Listing, List<string> Links);
}

using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Demo;
using Blacklist.Api.Demo.Plan;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Tests.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Eligibility;

/// <summary>Every recorded check, asked again from the log at its own position, is answered as it was recorded.</summary>
public sealed class WholeHistoryTests
{
    private static readonly string[] OrganizationNames =
        ["鄂尔多斯市某某协会", "中国国学研究院", "中华爱国教育促进会", "东胜区某某文化促进会", "鄂尔多斯市某某书画联盟", "中国企业家联合会", "世界华人文化艺术协会"];

    [Fact]
    public async Task The_demos_history_is_remembered_while_it_happens_and_by_a_node_that_starts_later()
    {
        using var folder = new TemporaryDataFolder();
        await using var database = await DemoRegistry.CreateDatabase();
        await using (var app = await DemoRegistry.Build(database, folder))
        {
            var secrets = await DemoCommand.Clients(app.Services).Prepare();
            await app.StartAsync();
            using var clerk = await ApiCaller.SignIn(new Uri(app.Urls.Single()), DemoClients.ClerkOfOrdos, secrets[DemoClients.ClerkOfOrdos]);
            var questions = Questions(DemoPlan.Make(ShippedCalendar.Terms)).ToList();
            var filling = Task.Run(() => DemoCommand.Fill(app.Services, TextWriter.Null));

            await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => AskWhile(filling, clerk, questions, caller)));
            await filling;
            await DemoCommand.AddExamples(app.Services);

            (await Compare(app.Services, database)).ShouldBeGreaterThan(RunSize.Of(suite: 200, full: 1_000));
        }

        await using var later = await DemoRegistry.Build(database, folder);
        await later.StartAsync();
        await Compare(later.Services, database);
    }

    private static async Task AskWhile(Task filling, ApiCaller clerk, List<JsonObject> questions, int caller)
    {
        var place = caller;
        for (var left = RunSize.Of(suite: 60, full: 1_000); !filling.IsCompleted || left > 0; left--, place += 37)
        {
            (await clerk.Post(Story.Checks, questions[place % questions.Count])).ShouldBe(HttpStatusCode.OK);
        }
    }

    private static Task<int> Compare(IServiceProvider services, TestDatabase database) => RecordedChecks.ShouldBeAsTheyWereRecorded(
        database.App, services.GetRequiredService<IdentityVault>(), services.GetRequiredService<RegistryPast>());

    /// <summary>The demo's persons as they are, without their number, and under another one.</summary>
    private static IEnumerable<JsonObject> Questions(IReadOnlyList<DemoOrganization> plan)
    {
        var place = 0;
        foreach (var identity in plan.SelectMany(organization => organization.Persons).Select(person => person.Identity))
        {
            var name = identity.Name.Original;
            var number = identity.Documents.OfType<ResidentId>().FirstOrDefault()?.Print().Split(' ', ':')[^1];
            var question = Story.AQuestion(
                "150602", charitable: place % 3 == 0,
                Story.AnApplicant(name, number), Story.AnApplicant(name, number: null, "personInCharge"), Story.AnApplicant(name, ResidentIds.Of(place), "councilMember"));
            question["organization"]!["name"] = OrganizationNames[place++ % OrganizationNames.Length];
            yield return question;
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Blacklist.Tests.Eligibility.Files;

namespace Blacklist.Tests.Nodes;

/// <summary>What is done with persons in a registry from the first check to the last letter. Of all answers only that of an unmasking holds a number.</summary>
internal sealed class CanaryJourney(EmbeddedRegistry registry, Canaries canaries)
{
    private const string Persons = "/api/v1/audit/persons";

    private Story Story => registry.Story;

    private AppealStory Appeals => registry.Appeals;

    /// <summary>Listed, contested, linked, unmasked, looked up, told in letters.</summary>
    public async Task GoThroughCases(int count)
    {
        foreach (var number in canaries.Numbers.Take(count))
        {
            const string Name = "东郭先";
            var listing = await Story.Listed(Name, number);
            var check = Silent(await Story.Check(Name, number));
            check.Verdict().ShouldBe("restricted");
            Silent(await Story.Check(Name, number, by: registry.As(ApiClientSamples.Partner))).Verdict().ShouldBe("restricted");
            await Story.Link(listing, "furtherDocument", Name, IdentitySteps.ADocument(canaries.Numbers[^1]));
            (await Story.Unmask(listing)).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(number);
            (await Appeals.Admit(await Appeals.Filed(listing))).ShouldBe(HttpStatusCode.OK);
            foreach (var path in new[]
            {
                $"{Story.Listings}/{listing}", $"{Story.Listings}/{listing}/history", $"{Story.Listings}/{listing}/letters/notice", $"{Story.Listings}/{listing}/letters/decision",
                Story.Listings, AppealStory.Appeals,
            })
            {
                Silent(await Story.Officer.Get(path));
            }

            Silent(await Story.Clerk.Get($"{Story.Checks}/{check["checkId"]}/letters/refusal?applicant=0"));
            Silent(await Story.Clerk.Get($"{Story.Checks}/{check["checkId"]}/receipt"));
            Silent(await Auditor(Persons, new JsonObject { ["document"] = new JsonObject { ["type"] = "residentId", ["number"] = number } }));
            Silent(await Auditor($"{Persons}/disclosures", Request(Name, number)));
            Silent(await Auditor($"{Persons}/disclosures/letter", Request(Name, number)));
        }
    }

    /// <summary>All at once, in each form.</summary>
    public async Task GoThroughFiles()
    {
        var cells = canaries.Numbers.Select((number, place) => ApplicantRows.Cells($"C-{place}", "东郭先", number)).Prepend(ApplicantRows.Headings).ToList();
        var rows = ApplicantRows.Lines(canaries.Numbers.Select((number, place) => ApplicantRows.Row($"C-{place}", "东郭先", number)));
        var files = new[]
        {
            await Send(rows, ApplicantRows.Ndjson), await Send(ApplicantRows.Table(cells), ApplicantRows.Csv), await Send(ApplicantRows.Workbook([cells]), ApplicantRows.Xlsx),
        };
        foreach (var file in files)
        {
            await Poll.Until(async () => (await Story.Clerk.Get(file))["status"] == "finished");
            Silent(await Story.Clerk.Get(file));
            foreach (var export in new[] { "result", "receipt" })
            {
                var bytes = await Story.Clerk.Download($"{file}/{export}");
                bytes.Length.ShouldBeGreaterThan(0);
                canaries.IsIn(bytes).ShouldBeFalse($"{file}/{export}");
            }
        }
    }

    private async Task<string> Send(byte[] content, MediaTypeHeaderValue form) =>
        (await Story.Clerk.Post(ApplicantRows.Address, content, form, Guid.NewGuid().ToString())).ShouldBe(HttpStatusCode.Accepted).Location!.ToString();

    private Task<ApiAnswer> Auditor(string path, JsonObject body) => registry.As(ApiClientSamples.Auditor).Post(path, body);

    private static JsonObject Request(string name, string number) =>
        new() { ["name"] = name, ["documents"] = new JsonArray(IdentitySteps.ADocument(number)), ["request"] = "鄂民阅〔2026〕2号" };

    private ApiAnswer Silent(ApiAnswer answer)
    {
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Text);
        canaries.IsIn(answer.Text).ShouldBeFalse(answer.Text);
        return answer;
    }
}

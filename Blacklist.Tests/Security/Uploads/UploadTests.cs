using System.Net.Http.Headers;
using System.Reflection;
using Blacklist.Api.Console.Files;
using Blacklist.Tests.Eligibility.Files;
using Blacklist.Tests.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Security.Uploads;

/// <summary>Every door through which a file comes in, tried with every file that nobody should send: one clear refusal, and nothing is kept.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private RegistryNode _node = null!;
    private PageClient _clerk = null!;
    private PageClient _officer = null!;
    private PageClient _nobody = null!;
    private string _organization = "";

    /// <summary>By endpoint or page model. What each says of a file is its refusal's code, or the words of its page.</summary>
    private Dictionary<string, Door> Doors => new(StringComparer.Ordinal)
    {
        ["/api/v1/eligibility-check-files"] = new(
            async file => await Api(ApplicantRows.Address, file, ApplicantRows.Xlsx), code => (422, $"\"code\":\"{code}\"")),
        ["/api/v1/banned-organizations/{id:guid}/papers"] = new(
            async file => await Api($"{Story.Organizations}/{_organization}/papers", file, new MediaTypeHeaderValue("application/pdf"), officer: true), _ => (422, "paper_form_unknown")),
        ["Files.IndexModel"] = new(
            async file => await Page(_clerk, "/console/files", "file", "applicants.xlsx", file, ("purpose", "periodicReview")),
            code => (422, code == "file_unreadable" ? "cannot be read as what its type says" : "unpacks to more than")),
        ["Organizations.AttachPaperModel"] = new(
            async file => await Page(_officer, $"/console/organizations/{_organization}/papers/attach", "file", "scan.pdf", file, ("kind", "other")), _ => (422, "role=\"alert\"")),
        ["Check.IndexModel"] = new(
            async file => await Page(_clerk, "/console/check", "sheet", "applicants.xlsx", file, handler: "?handler=Sheet"), _ => (422, "")),
        ["Receipts.IndexModel"] = new(
            async file => await Page(_nobody, "/public/receipts", "file", "receipt.json", file), _ => (200, "role=\"alert\"")),
    };

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _clerk = PageClient.At(_node, ApiClientSamples.Clerk, hasSecondFactor: true, "en");
        _officer = PageClient.At(_node, ApiClientSamples.Officer, hasSecondFactor: true, "en");
        _nobody = PageClient.At(_node, null, language: "en");
        _organization = await _node.Story.RecordOrganization();
    }

    public async Task DisposeAsync()
    {
        _clerk.Dispose();
        _officer.Dispose();
        _nobody.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task What_nobody_should_send_is_told_so_at_every_door_and_not_kept()
    {
        foreach (var (name, door) in Doors)
        {
            foreach (var file in HostileFiles.All)
            {
                var (expected, words) = door.Says(file.Code);
                var (status, text) = await door.Send(file.Content);
                (status, text.Contains(words, StringComparison.Ordinal)).ShouldBe((expected, true), $"{name}: {file.Name}: {status} {text}");
                text.ShouldNotContain("Exception", Case.Sensitive, $"{name}: {file.Name}");
            }
        }

        foreach (var table in new[] { "registry.applicant_files", "registry.applicant_file_chunks", "registry.eligibility_checks", "vault.papers" })
        {
            (await _node.Database.Owner.Scalar<long>($"SELECT count(*) FROM {table}")).ShouldBe(0, table);
        }

        Directory.EnumerateFiles(Path.GetTempPath(), "blacklist-was-here*").ShouldBeEmpty();
        _node.Failures.ToString().Split('\n').Where(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal)).ShouldBeEmpty();
        (await Doors["/api/v1/eligibility-check-files"].Send(HostileFiles.GoodWithBombWithin)).Status.ShouldBe(202);
        (await Doors["Check.IndexModel"].Send(HostileFiles.Good)).ShouldBe((200, string.Join('\t', ApplicantRows.Headings) + "\n" + string.Join('\t', ApplicantRows.Cells("A-1", "洞庭君", ResidentIds.Of(5201)))));
    }

    [Fact]
    public async Task What_is_too_large_is_told_so_before_it_is_read_or_without_being_kept()
    {
        var most = new byte[10 * 1024 * 1024 + 1];
        (await Doors["/api/v1/banned-organizations/{id:guid}/papers"].Send(most)).Status.ShouldBe(413);
        (await Doors["Organizations.AttachPaperModel"].Send(most)).Status.ShouldBe(413);
        (await Doors["Check.IndexModel"].Send(most[..(2 << 20)])).Status.ShouldBe(413);
        (await Doors["Receipts.IndexModel"].Send(most[..(2 << 20)])).Status.ShouldBe(413);

        using var http = new HttpClient { BaseAddress = _node.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, ApplicantRows.Address) { Content = new ByteArrayContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _node.Story.Clerk.Token);
        (request.Headers.ExpectContinue, request.Content.Headers.ContentLength, request.Content.Headers.ContentType) = (true, (1L << 30) + 1, ApplicantRows.Xlsx);
        request.Headers.Add("Idempotency-Key", "too-large");
        using var answer = await http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(413);
        (await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.applicant_files")).ShouldBe(0);
    }

    /// <summary>Endpoints that take something else than JSON or a form of a token, and pages that take a file.</summary>
    [Fact]
    public void No_door_is_forgotten() =>
        _node.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>() is not null
                && endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Any(type => !type.EndsWith("json", StringComparison.Ordinal) && type != "application/x-www-form-urlencoded") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Concat(TypesOf(ApiCode).Where(type => type.IsSubclassOf(typeof(PageModel)) && TakesFile(type)).Select(type => $"{type.Namespace!.Split('.')[^1]}.{type.Name}"))
            .ShouldBe(Doors.Keys, ignoreOrder: true);

    private static bool TakesFile(Type page) =>
        page.GetCustomAttribute<ReadsItsFormAttribute>() is not null || page.GetProperties().Any(property => property.PropertyType == typeof(IFormFile))
        || page.GetMethods().Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IFormFile)));

    private async Task<(int Status, string Text)> Api(string path, byte[] file, MediaTypeHeaderValue type, bool officer = false)
    {
        var answer = await (officer ? _node.Story.Officer : _node.Story.Clerk).Post(path, file, type, Guid.NewGuid().ToString());
        return ((int)answer.Status, answer.Text);
    }

    private static async Task<(int Status, string Text)> Page(
        PageClient client, string path, string field, string name, byte[] file, (string Name, string Value)? more = null, string handler = "")
    {
        var answer = await client.PostFile(path + handler, await client.Get(path), field, name, file, more is { } value ? [value] : []);
        return (answer.Status, answer.Text);
    }

    /// <param name="Says">Status and words to a refusal's code.</param>
    private sealed record Door(Func<byte[], Task<(int Status, string Text)>> Send, Func<string, (int Status, string Words)> Says);
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Blacklist.Tests.Vault;
using static Blacklist.Tests.Eligibility.Files.ApplicantRows;

namespace Blacklist.Tests.Eligibility.Files;

/// <summary>A file that is no file of applicants is refused as a whole, with what is wrong, and leaves nothing behind.</summary>
public sealed class RefusedFileTests : IAsyncLifetime
{
    private RegistryNode _node = null!;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task It_leaves_nothing()
    {
        foreach (var (content, type, status, code) in Wrong())
        {
            (await Send(content, type)).ShouldBeRefused(status, code);
        }

        foreach (var table in new[] { "applicant_files", "applicant_file_chunks", "eligibility_checks" })
        {
            await using var command = _node.Database.App.CreateCommand($"SELECT count(*) FROM registry.{table}");
            (await command.ExecuteScalarAsync()).ShouldBe(0L, table);
        }
    }

    [Fact]
    public async Task Wrong_headings_are_named()
    {
        var refused = await Send(Table(["reference", "name", "nickname", "name"], ["A-1", "洞庭君", "x", "y"]), Csv);

        refused.Body["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}").ShouldBe(
        [
            "nickname unknown_field", "name duplicate_field", "position missing_field", "organizationName missing_field", "organizationKind missing_field",
            "charitable missing_field", "region missing_field",
        ]);
    }

    [Fact]
    public async Task A_row_that_is_too_long_is_named() =>
        (await Send(Lines(Row("A-1", "洞庭君", null), Row("A-2", new string('长', 40_000), null)), Ndjson))["detail"]!.ShouldContain("2");

    [Fact]
    public async Task A_purpose_that_the_caller_may_not_ask_for_is_forbidden() =>
        (await _node.As(ApiClientSamples.Auditor).Post(Address, Lines(Row("A-1", "洞庭君", null)), Ndjson, "key")).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");

    [Fact]
    public async Task A_file_without_a_key_is_refused() =>
        (await _node.Story.Clerk.Post(Address, Lines(Row("A-1", "洞庭君", null)), Ndjson, key: null)).ShouldBeRefused(HttpStatusCode.BadRequest, "idempotency_key_missing");

    [Fact]
    public async Task Who_sends_many_files_slowly_keeps_nobody_else_out()
    {
        var end = new TaskCompletionSource();
        using var http = new HttpClient { BaseAddress = _node.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _node.Story.Clerk.Token);
        var slow = new[] { "slow-1", "slow-2" }.Select(key => SendSlowly(http, key, end.Task)).ToList();
        await Poll.Until(async () => await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.applicant_files WHERE status = 'receiving'") == 2);

        (await _node.Story.Clerk.Impatient().Post(Address, Lines(Row("A-2", "洞庭君", null)), Ndjson, "third")).ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "overloaded");
        (await _node.As(ApiClientSamples.ClerkOfNation).Post(Address, Lines(Row("A-3", "洞庭君", null)), Ndjson, "other")).ShouldBe(HttpStatusCode.Accepted);

        end.SetResult();
        (await Task.WhenAll(slow)).ShouldAllBe(status => status == HttpStatusCode.Accepted);
        (await Send(Lines(Row("A-2", "洞庭君", null)), Ndjson)).ShouldBe(HttpStatusCode.Accepted);
    }

    private static async Task<HttpStatusCode> SendSlowly(HttpClient http, string key, Task end)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new SlowContent(Lines(Row("A-1", "洞庭君", null)), end) };
        request.Content.Headers.ContentType = Ndjson;
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>All but the last byte, and that one only at the end.</summary>
    private sealed class SlowContent(byte[] content, Task end) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, content.Length - 1));
            await stream.FlushAsync();
            await end;
            await stream.WriteAsync(content.AsMemory(content.Length - 1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private static MediaTypeHeaderValue Form => new("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", "b") } };

    private static string SheetOf(string cell, string row = "") =>
        $"<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"str\"><v>reference</v></c></row><row {row}>{cell}</row></sheetData></worksheet>";

    private static IEnumerable<(byte[] Content, MediaTypeHeaderValue Type, HttpStatusCode Status, string Code)> Wrong()
    {
        var good = Cells("A-1", "洞庭君", ResidentIds.Of(5201));
        yield return ([], Ndjson, HttpStatusCode.UnprocessableEntity, "file_without_rows");
        yield return (Table(Headings), Csv, HttpStatusCode.UnprocessableEntity, "file_without_rows");
        yield return (Workbook([Headings]), Xlsx, HttpStatusCode.UnprocessableEntity, "file_without_rows");
        yield return (Lines(Row("A-1", new string('长', 40_000), null)), Ndjson, HttpStatusCode.UnprocessableEntity, "file_row_too_long");
        yield return (Table([.. Enumerable.Repeat(good, 3).Prepend(Headings), ["A-4", $"\"{new string('x', 40_000)}\""]]), Csv, HttpStatusCode.UnprocessableEntity, "file_row_too_long");
        yield return (Table(Headings, good, ["A-2", "\"洞庭君"]), Csv, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return ([.. Table(Headings), 0xC3, 0x28, .. "\r\n"u8], Csv, HttpStatusCode.BadRequest, "invalid_text");
        yield return (Table(Headings, good), Xlsx, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return (Workbook([Headings, good])[..^200], Xlsx, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return (WorkbookOf("<nothing"), Xlsx, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return (WorkbookOf($"<worksheet xmlns=\"{Main}\"><sheetData><row>{string.Concat(Enumerable.Repeat("<c/>", 3_000))}</row></sheetData></worksheet>"), Xlsx, HttpStatusCode.UnprocessableEntity, "file_row_too_long");
        yield return (WorkbookOf($"<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"str\"><v>{new string('x', 100_000)}</v></c></row></sheetData></worksheet>"), Xlsx, HttpStatusCode.UnprocessableEntity, "file_row_too_long");
        yield return (WorkbookOf(SheetOf("<c t=\"e\"><v>#N/A</v></c>")), Xlsx, HttpStatusCode.UnprocessableEntity, "file_cell_without_value");
        yield return (WorkbookOf(SheetOf("<c t=\"str\"><f>A1</f></c>")), Xlsx, HttpStatusCode.UnprocessableEntity, "file_cell_without_value");
        yield return (WorkbookOf(SheetOf("<c><f>A1</f><v></v></c>")), Xlsx, HttpStatusCode.UnprocessableEntity, "file_cell_without_value");
        yield return (WorkbookOf(SheetOf("<c r=\"ZZZZZZ3\" t=\"str\"><v>x</v></c>")), Xlsx, HttpStatusCode.UnprocessableEntity, "file_row_too_long");
        yield return (WorkbookOf(SheetOf("<c t=\"str\"><v>x</v></c>", "r=\"2000000000\"")), Xlsx, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nreference"u8.ToArray(), Form, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return ("no form at all"u8.ToArray(), Form, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return ("--b\r\nno heading of a part\r\n\r\n"u8.ToArray(), Form, HttpStatusCode.UnprocessableEntity, "file_unreadable");
        yield return (Encoding.UTF8.GetBytes("{}"), new MediaTypeHeaderValue("application/json"), HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        yield return (Table(Headings, good), new MediaTypeHeaderValue("text/csv") { CharSet = "gb18030" }, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    private Task<ApiAnswer> Send(byte[] content, MediaTypeHeaderValue type) => _node.Story.Clerk.Post(Address, content, type, Guid.NewGuid().ToString());
}

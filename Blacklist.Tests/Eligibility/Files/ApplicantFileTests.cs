using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Tests.Receipts;
using ExcelDataReader;
using static Blacklist.Tests.Eligibility.Files.ApplicantRows;

namespace Blacklist.Tests.Eligibility.Files;

/// <summary>A file of applicants from its sending to its receipt, over HTTP.</summary>
public sealed class ApplicantFileTests(ApplicantFileTests.WithListing shared) : IClassFixture<ApplicantFileTests.WithListing>
{
    private const string Listed = "柳毅";
    private static readonly string ListedNumber = ResidentIds.Of(5101);

    private readonly RegistryNode _node = shared.Node;

    private ApiCaller Clerk => _node.Story.Clerk;

    [Fact]
    public async Task Each_row_gets_the_answer_that_a_check_of_it_alone_gets()
    {
        var file = await Send(Lines(Row("A-1", Listed, ListedNumber), Row("A-2", "洞庭君", ResidentIds.Of(5102)), Row("A-3", Listed, null)), Ndjson);
        await FileTurns.Run(_node);

        var lines = await Result(file);
        lines.Select(line => $"{line["row"]} {line["reference"]} {line["answer"]!["verdict"]}").ShouldBe(["1 A-1 restricted", "2 A-2 eligible", "3 A-3 review"]);
        var alone = await Clerk.Get($"{Story.Checks}/{lines[0]["answer"]!["checkId"]}");
        alone.ShouldBe(HttpStatusCode.OK).Body["applicants"]!.ToJsonString().ShouldBe(lines[0]["answer"]!["applicants"]!.ToJsonString());
        alone.Body["receipt"]!["reliableUntil"].ShouldBeNull();
    }

    [Fact]
    public async Task Progress_counts_what_the_rows_came_to()
    {
        var file = await Send(Lines(Row("A-1", Listed, ListedNumber), Row("A-2", "洞庭君", ResidentIds.Of(5102)), Row("A-3", "钱塘君", "1")), Ndjson);
        var waiting = await Clerk.Get(file);
        await FileTurns.Run(_node);
        var finished = (await Clerk.Get(file)).ShouldBe(HttpStatusCode.OK);

        (waiting["status"], waiting["rows"], waiting["rowsDone"], waiting["purpose"]).ShouldBe(("waiting", "3", "0", "periodicReview"));
        (finished["status"], finished["rowsDone"], finished["eligible"], finished["restricted"], finished["unanswered"]).ShouldBe(("finished", "3", "1", "1", "1"));
        finished["rowsPerSecond"].ShouldNotBeNull();
        (await Clerk.Get(Address)).Body["items"]!.AsArray().Select(item => $"{Address}/{item!["id"]}").ShouldContain(file);
    }

    [Fact]
    public async Task What_is_wrong_in_a_row_is_named_and_stops_no_other()
    {
        var file = await Send(
            Lines(
                Row("A-1", "洞庭君", "700000198512310031"), With(Row("A-2", "洞庭君", null), "position", "king"), With(Row("A-3", "洞庭君", null), "bonus", "x"),
                Row("A-4", "洞庭君", null, region: "500101"), With(Row("A-5", "洞庭君", null), "birthDate", "1985/12/31"), Row("A-6", "洞庭君", null)),
            Ndjson, [.. "not json\n"u8]);
        await FileTurns.Run(_node);

        (await Result(file)).Select(Errors).ShouldBe(
        [
            "documentNumber resident_id_check_digit", "position value_not_allowed", "bonus unknown_field", "region region_not_covered", "birthDate invalid_value", "", " row_unreadable",
        ]);
    }

    [Fact]
    public async Task A_table_of_Chinese_headings_and_words_is_answered_in_Chinese()
    {
        var file = await Send(Table(ChineseHeadings, ChineseCells("=1+1", Listed, ListedNumber), ChineseCells("B-2", "洞庭君", "12")), Csv);
        await FileTurns.Run(_node);

        var result = Encoding.UTF8.GetString(await Clerk.Download($"{file}/result")).Split("\r\n");
        result[0].ShouldBe("\uFEFF行号,申请编号,结论,理由,列入编号,限制至,结论日期,提示,错误,核查编号");
        result[1].ShouldStartWith("1,'=1+1,受限,");
        result[2].ShouldStartWith("2,B-2,,,,,,,证件号码: ");
    }

    [Fact]
    public async Task A_workbook_is_answered_by_a_workbook()
    {
        var file = await Send(Workbook([Headings, Cells("C-1", Listed, ListedNumber), Cells("C-2", "洞庭君", "#70000019851231000")], [Headings, Cells("=C-3", "钱塘君", ResidentIds.Of(5103))]), Xlsx);
        await FileTurns.Run(_node);

        using var workbook = new MemoryStream(await Clerk.Download($"{file}/result"));
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(workbook);
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.GetValue(0)} {reader.GetValue(1)} {reader.GetValue(2)}");
        }

        rows.ShouldBe(["row reference verdict", "1 C-1 restricted", "2 C-2 ", "3 =C-3 eligible"]);
        (await Result(file)).Select(Errors).ShouldBe(["", "documentNumber document_number_not_text", ""]);
    }

    [Fact]
    public async Task A_form_with_a_file_is_taken_as_the_file()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Table(Headings, Cells("D-1", "洞庭君", ResidentIds.Of(5104)))), "file", "applicants.csv" } };
        var sent = await Clerk.Post(Address, await form.ReadAsByteArrayAsync(), form.Headers.ContentType, "form-1");
        await FileTurns.Run(_node);

        (await Clerk.Get(sent.ShouldBe(HttpStatusCode.Accepted).Location!.ToString()))["eligible"].ShouldBe("1");
    }

    [Fact]
    public async Task The_receipt_proves_the_file_and_every_line_of_the_result()
    {
        var content = Lines(Enumerable.Range(0, 7).Select(place => Row($"E-{place}", "洞庭君", ResidentIds.Of(5110 + place))));
        var file = await Send(content, Ndjson);
        (await Clerk.Get($"{file}/receipt")).ShouldBeRefused(HttpStatusCode.Conflict, "file_not_finished");
        await FileTurns.Run(_node);

        var receipt = (await Clerk.Get($"{file}/receipt")).ShouldBe(HttpStatusCode.OK);
        var verified = await Clerk.Post("/public/v1/receipts/verify", receipt.Text, key: null);
        (verified["genuine"], verified["mayBeReliedOn"], $"{Address}/{verified["fileId"]}").ShouldBe(("true", "false", file));
        var summary = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(receipt["answer"]!))!;
        var lines = (await Clerk.Download($"{file}/result?form=ndjson"))[..^1];
        summary["rowsRoot"]!.ToString().ShouldBe(System.Buffers.Text.Base64Url.EncodeToString(RootOf(lines)));
        summary["rows"]!.ToString().ShouldBe("7");
    }

    [NodeFact]
    public async Task The_stand_alone_verifier_believes_the_file_and_its_lines_and_no_others()
    {
        using var folder = new TemporaryDataFolder();
        var content = Table([Headings, .. Enumerable.Range(0, 5).Select(place => Cells($"L-{place}", "洞庭君", ResidentIds.Of(5130 + place)))]);
        var file = await Send(content, Csv);
        await FileTurns.Run(_node);
        var lines = await Clerk.Download($"{file}/result?form=ndjson");
        var keys = await Save("keys.json", await Clerk.Download("/.well-known/receipt-keys.json"));
        var receipt = await Save("receipt.json", await Clerk.Download($"{file}/receipt"));
        var (sent, result) = (await Save("sent.csv", content), await Save("result.ndjson", lines));

        var (believed, said) = await StandAloneVerifier.Run(keys, null, receipt, "--question", sent, "--rows", result);
        believed.ShouldBe(0, said);
        said.ShouldContain("yes: exactly this was asked");
        said.ShouldContain("yes: these are the rows of the result");
        lines[^10] ^= 1;
        (await StandAloneVerifier.Run(keys, null, receipt, "--rows", await Save("altered.ndjson", lines))).Said.ShouldContain("no: these are the rows");

        async Task<string> Save(string name, byte[] bytes)
        {
            Directory.CreateDirectory(folder.Path);
            var path = Path.Combine(folder.Path, name);
            await File.WriteAllBytesAsync(path, bytes);
            return path;
        }
    }

    [Fact]
    public async Task A_paused_file_is_not_answered_until_it_is_resumed()
    {
        var file = await Send(Lines(Row("F-1", "洞庭君", null)), Ndjson);
        (await Clerk.Post($"{file}/pause", new JsonObject()))["status"].ShouldBe("paused");
        await FileTurns.Run(_node);
        (await Clerk.Get(file))["rowsDone"].ShouldBe("0");

        (await Clerk.Post($"{file}/resume", new JsonObject()))["status"].ShouldBe("waiting");
        await FileTurns.Run(_node);
        (await Clerk.Get(file))["status"].ShouldBe("finished");
        (await Clerk.Post($"{file}/pause", new JsonObject())).ShouldBeRefused(HttpStatusCode.Conflict, "file_ended");
    }

    [Fact]
    public async Task Whoever_is_at_a_chunk_while_its_file_is_cancelled_records_nothing_of_it()
    {
        var file = await Send(Lines(Enumerable.Range(0, 501).Select(place => Row($"G-{place}", "洞庭君", null))), Ndjson);
        var files = _node.Service<ApplicantFileRecord>();
        var before = await files.Now(Id(file), CancellationToken.None);
        (await FileTurns.AnswerChunk(_node, before)).ShouldBeTrue();
        (await FileTurns.AnswerChunk(_node, before)).ShouldBeFalse("the chunk is answered already");
        var after = await files.Now(Id(file), CancellationToken.None);
        (await Clerk.Post($"{file}/cancellation", new JsonObject()))["status"].ShouldBe("cancelled");

        (await FileTurns.AnswerChunk(_node, after)).ShouldBeFalse();
        (await Number("SELECT count(*) FROM registry.eligibility_checks WHERE application_reference LIKE 'G-%'")).ShouldBe(500);
        (await Number($"SELECT count(*) FROM registry.applicant_file_chunks WHERE kind = 'rows' AND file_id = '{Id(file)}'")).ShouldBe(0);
        (await Result(file)).Count.ShouldBe(500);
    }

    [Fact]
    public async Task Nothing_of_the_rows_waits_any_more_when_they_are_answered()
    {
        var file = await Send(Workbook([Headings, Cells("H-1", "洞庭君", ResidentIds.Of(5105))]), Xlsx);
        await FileTurns.Run(_node);

        (await Number($"SELECT count(*) FROM registry.applicant_file_chunks WHERE kind <> 'answers' AND file_id = '{Id(file)}'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_and_file_are_one_file_and_another_file_under_it_is_refused()
    {
        var content = Lines(Row("I-1", "洞庭君", null));
        var first = await Clerk.Post(Address, content, Ndjson, "file-key");
        var again = await Clerk.Post(Address, content, Ndjson, "file-key");
        var other = await Clerk.Post(Address, Lines(Row("I-2", "洞庭君", null)), Ndjson, "file-key");

        again.ShouldBe(HttpStatusCode.Accepted).Location.ShouldBe(first.Location);
        other.ShouldBeRefused(HttpStatusCode.Conflict, "idempotency_key_reused");
        (await Number("SELECT count(*) FROM registry.applicant_files WHERE status = 'receiving'")).ShouldBe(0);
    }

    [Fact]
    public async Task For_everybody_else_there_is_no_such_file()
    {
        var file = await Send(Lines(Row("J-1", "洞庭君", null)), Ndjson);
        var other = _node.As(ApiClientSamples.ClerkOfNation);

        foreach (var path in new[] { file, $"{file}/result", $"{file}/receipt" })
        {
            (await other.Get(path)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        }

        foreach (var change in new[] { "pause", "resume", "cancellation" })
        {
            (await other.Post($"{file}/{change}", new JsonObject())).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        }

        (await other.Get(Address)).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_listing_acknowledged_while_the_file_runs_is_in_every_later_answer()
    {
        var number = ResidentIds.Of(5190);
        var file = await Send(Lines(Enumerable.Range(0, 600).Select(place => Row($"K-{place}", "泾川君", number))), Ndjson);
        var files = _node.Service<ApplicantFileRecord>();
        (await FileTurns.AnswerChunk(_node, await files.Now(Id(file), CancellationToken.None))).ShouldBeTrue();
        await _node.Story.Listed("泾川君", number);
        await FileTurns.Run(_node);

        (await Result(file)).Select(line => line["answer"]!["verdict"]!.ToString()).ShouldBe([.. Enumerable.Repeat("eligible", 500), .. Enumerable.Repeat("restricted", 100)]);
    }

    public sealed class WithListing : IAsyncLifetime
    {
        internal RegistryNode Node { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Node = await RegistryNode.Start();
            await Node.Story.Listed(Listed, ListedNumber);
        }

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }

    private async Task<string> Send(byte[] content, MediaTypeHeaderValue type, byte[]? more = null) =>
        (await Clerk.Post(Address, [.. content, .. more ?? []], type, Guid.NewGuid().ToString())).ShouldBe(HttpStatusCode.Accepted).Location!.ToString();

    private async Task<IReadOnlyList<JsonNode>> Result(string file) =>
        [.. Encoding.UTF8.GetString(await Clerk.Download($"{file}/result?form=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static string Errors(JsonNode line) =>
        string.Join("; ", line["errors"]?.AsArray().Select(error => $"{error!["field"]} {error["code"]}") ?? []);

    private static Guid Id(string file) => Guid.Parse(file[(file.LastIndexOf('/') + 1)..]);

    private async Task<long> Number(string sql)
    {
        await using var command = _node.Database.App.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static JsonObject With(JsonObject row, string field, string value)
    {
        row[field] = value;
        return row;
    }

    private static byte[] RootOf(byte[] lines)
    {
        var hashes = Encoding.UTF8.GetString(lines).Split('\n').SelectMany(line => System.Security.Cryptography.SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]));
        return new MerkleTree([.. hashes]).Root.ToArray();
    }
}

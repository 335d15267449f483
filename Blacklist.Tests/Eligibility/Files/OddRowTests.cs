using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Receipts.Roots;
using static Blacklist.Tests.Eligibility.Files.ApplicantRows;
using XlsxForm = Blacklist.Api.Eligibility.Files.Reading.XlsxForm;

namespace Blacklist.Tests.Eligibility.Files;

/// <summary>Rows as spreadsheets and hurried programs write them: what they say is read, and what they do not say is named.</summary>
public sealed class OddRowTests : IAsyncLifetime
{
    private RegistryNode _node = null!;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task The_receipt_also_proves_a_line_whose_reference_had_to_be_cut()
    {
        var file = await Answered(Lines(Row(new string('A', 99) + "\U0001F600" + new string('B', 9), "洞庭君", null), Row("A-2", "洞庭君", null)), Ndjson);

        var receipt = (await _node.Story.Clerk.Get($"{file}/receipt")).ShouldBe(HttpStatusCode.OK);
        var summary = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(receipt["answer"]!))!;
        var tree = new MerkleFrontier(0, []);
        foreach (var line in await Result(file))
        {
            tree.Add(Encoding.UTF8.GetBytes(line));
        }

        summary["rowsRoot"]!.ToString().ShouldBe(System.Buffers.Text.Base64Url.EncodeToString(tree.Root));
    }

    [Fact]
    public async Task A_sign_that_XML_cannot_hold_does_not_make_the_workbook_unreadable()
    {
        var file = await Answered(Lines(Row("A\u0001\uFFFF_x0041_", "洞庭君", null), Row("A-2", "洞庭君", null)), Ndjson);

        using var workbook = new MemoryStream(await _node.Story.Clerk.Download($"{file}/result?form=xlsx"));
        XlsxForm.FirstSheet(workbook).Select(row => row[1]).ShouldBe(["reference", "A\u0001\uFFFF_x0041_", "A-2"]);
    }

    [Fact]
    public async Task Columns_without_a_heading_are_none_while_they_are_empty()
    {
        string[] beyond = ["", ""];
        var file = await Answered(
            Table([.. Headings, .. beyond], [.. Cells("A-1", "洞庭君", ResidentIds.Of(5301)), .. beyond], [.. Cells("A-2", "洞庭君", ResidentIds.Of(5301)), "", "x"]), Csv);

        (await Result(file)).Select(Errors).ShouldBe(["", " row_unreadable"]);
    }

    [Fact]
    public async Task A_formula_that_was_calculated_counts_as_what_it_came_to()
    {
        var cells = Cells("A-1", "洞庭君", "").Select(text => $"<c t=\"str\"><f>A9</f><v>{text}</v></c>").ToArray();
        cells[3] = cells[4] = "<c t=\"str\"><f>A9</f><v></v></c>";
        var headings = Headings.Select(text => $"<c t=\"str\"><v>{text}</v></c>");
        var file = await Answered(
            WorkbookOf($"<worksheet xmlns=\"{Main}\"><sheetData><row>{string.Concat(headings)}</row><row>{string.Concat(cells)}</row></sheetData></worksheet>"), Xlsx);

        (await _node.Story.Clerk.Get(file))["eligible"].ShouldBe("1");
    }

    [Fact]
    public async Task A_heading_that_nobody_knows_is_not_told_as_another_one_twice()
    {
        var refused = await Send(Table(["nickname", .. Headings]), Csv);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("unknown_field");
        refused.Text.ShouldNotContain("duplicate_field");
    }

    [Fact]
    public async Task A_mark_of_the_byte_order_is_no_part_of_the_first_row()
    {
        var file = await Answered([.. Encoding.UTF8.Preamble, .. Lines(Row("A-1", "洞庭君", null), Row("A-2", "洞庭君", null))], Ndjson);

        (await Result(file)).Select(Errors).ShouldBe(["", ""]);
    }

    [Fact]
    public async Task A_date_in_a_column_of_numbers_is_no_number()
    {
        string[] values = [.. Cells("A-1", "洞庭君", ""), "USA"];
        (values[3], values[4]) = ("passport", "2025-01-01");
        var cells = values.Select((text, place) => $"<c t=\"{(place == 4 ? "d" : "str")}\"><v>{text}</v></c>");
        var headings = Headings.Append("issuingCountry").Select(text => $"<c t=\"str\"><v>{text}</v></c>");
        var file = await Answered(
            WorkbookOf($"<worksheet xmlns=\"{Main}\"><sheetData><row>{string.Concat(headings)}</row><row>{string.Concat(cells)}</row></sheetData></worksheet>"), Xlsx);

        (await Result(file)).Select(Errors).ShouldBe(["documentNumber document_number_not_text"]);
    }

    private async Task<string> Answered(byte[] content, MediaTypeHeaderValue type)
    {
        var file = (await Send(content, type)).ShouldBe(HttpStatusCode.Accepted).Location!.ToString();
        await FileTurns.Run(_node);
        return file;
    }

    private Task<ApiAnswer> Send(byte[] content, MediaTypeHeaderValue type) => _node.Story.Clerk.Post(Address, content, type, Guid.NewGuid().ToString());

    private async Task<string[]> Result(string file) =>
        Encoding.UTF8.GetString(await _node.Story.Clerk.Download($"{file}/result?form=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Errors(string line) =>
        string.Join("; ", JsonNode.Parse(line)!["errors"]?.AsArray().Select(error => $"{error!["field"]} {error["code"]}") ?? []);
}

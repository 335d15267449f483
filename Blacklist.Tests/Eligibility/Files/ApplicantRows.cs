using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Eligibility.Files;

/// <summary>Files of applicants as callers make them.</summary>
internal static class ApplicantRows
{
    public const string Address = "/api/v1/eligibility-check-files";

    public static readonly MediaTypeHeaderValue Ndjson = new("application/x-ndjson");
    public static readonly MediaTypeHeaderValue Csv = new("text/csv");
    public static readonly MediaTypeHeaderValue Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public static readonly string[] Headings =
        ["reference", "name", "position", "documentType", "documentNumber", "birthDate", "sex", "organizationName", "organizationKind", "charitable", "region"];

    public static readonly string[] ChineseHeadings =
        ["申请编号", "姓名", "拟任职务", "证件类型", "证件号码", "出生日期", "性别", "组织名称", "组织类型", "慈善组织", "登记地区"];

    public static string[] Cells(string reference, string name, string number, string region = "150602") =>
        [reference, name, "personInCharge", "residentId", number, "", "", "江海摄影学会", "socialAssociation", "false", region];

    public static string[] ChineseCells(string reference, string name, string number) =>
        [reference, name, "负责人", "居民身份证", number, "1985-12-31", "男", "江海摄影学会", "社会团体", "否", "150602"];

    public static JsonObject Row(string reference, string name, string? number, string region = "150602")
    {
        var row = new JsonObject
        {
            ["reference"] = reference,
            ["name"] = name,
            ["position"] = "personInCharge",
            ["organizationName"] = "江海摄影学会",
            ["organizationKind"] = "socialAssociation",
            ["charitable"] = false,
            ["region"] = region,
        };
        if (number is not null)
        {
            row["documentType"] = "residentId";
            row["documentNumber"] = number;
        }

        return row;
    }

    public static byte[] Lines(params IEnumerable<JsonObject> rows) => Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row.ToJsonString() + "\n")));

    public static byte[] Table(params IEnumerable<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row) + "\r\n")));

    /// <summary>A workbook with one sheet for each table; every cell is a shared text, except those that begin with <c>#</c>, which are numbers.</summary>
    public static byte[] Workbook(params IReadOnlyList<IReadOnlyList<string[]>> sheets)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var shared = new List<string>();
            for (var sheet = 1; sheet <= sheets.Count; sheet++)
            {
                Put(archive, $"xl/worksheets/sheet{sheet}.xml", Sheet(sheets[sheet - 1], shared));
            }

            Put(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(shared.Select(text => $"<si><t>{SecurityElement.Escape(text)}</t></si>"))}</sst>");
            PutFrame(archive, sheets.Count);
        }

        return bytes.ToArray();
    }

    /// <summary>A workbook whose one sheet is this XML.</summary>
    public static byte[] WorkbookOf(string sheet)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "xl/worksheets/sheet1.xml", sheet);
            PutFrame(archive, 1);
        }

        return bytes.ToArray();
    }

    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static string Sheet(IReadOnlyList<string[]> rows, List<string> shared)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var row in rows)
        {
            xml.Append("<row>");
            foreach (var cell in row)
            {
                if (cell is ['#', .. var number])
                {
                    xml.Append("<c><v>").Append(number).Append("</v></c>");
                }
                else
                {
                    xml.Append("<c t=\"s\"><v>").Append(shared.Count).Append("</v></c>");
                    shared.Add(cell);
                }
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void PutFrame(ZipArchive archive, int sheets)
    {
        var numbers = Enumerable.Range(1, sheets).ToList();
        Put(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Put(archive, "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))}</sheets></workbook>");
        Put(archive, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Package}\">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}"
            + $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    }

    private static void Put(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));
    }
}

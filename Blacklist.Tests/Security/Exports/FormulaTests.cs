using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Blacklist.Api.Http.Tables;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Eligibility.Files;
using Blacklist.Tests.Security.Walls;
using Blacklist.Tests.Vault;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Security.Exports;

/// <summary>Whatever is taken along as a table holds texts, and no program that opens it finds a formula in them.</summary>
[Collection(WalledCollection.Name)]
public sealed partial class FormulaTests(WalledWorld walled)
{
    private const string Hostile = "=HYPERLINK(\"http://evil.example\",\"张三\")";

    private static readonly string[] Formulas =
    [
        Hostile, "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "\u200B=1", "\uFEFF=1", "＝1", "＋1", "－1", "＠SUM(1)", "=1,\"x\"\n=2", "=cmd|' /C calc'!A0",
    ];

    private static readonly string[] Texts = ["张三", "1-1", "a=b", "150600-2026-N-0001", "", "'quoted", "2026-11-21", "(1)"];

    /// <summary>Every export, where and by whom it is asked for, and whether the hostile text is in it.</summary>
    private static readonly Dictionary<string, (string Address, bool HoldsIt, ApiClient By)> Exports = new(StringComparer.Ordinal)
    {
        ["/console/organizations/export/{form}"] = ("/console/organizations/export/{0}", true, ApiClientSamples.Clerk),
        ["/console/listings/export/{form}"] = ("/console/listings/export/{0}?stage=inForce", true, ApiClientSamples.Clerk),
        ["/console/reexaminations/export/{form}"] = ("/console/reexaminations/export/{0}?stage=completed", true, ApiClientSamples.Clerk),
        ["/console/notices/export/{form}"] = ("/console/notices/export/{0}", true, ApiClientSamples.Clerk),
        ["/console/check/history/export/{form}"] = ("/console/check/history/export/{0}", true, ApiClientSamples.Clerk),
        ["/console/appeals/export/{form}"] = ("/console/appeals/export/{0}?stage=decided", false, ApiClientSamples.Clerk), // numbers, words of ours and a person's name, which no formula can be
        ["/console/files/export/{form}"] = ("/console/files/export/{0}", false, ApiClientSamples.Clerk), // words of ours and counts
        ["/console/audit/export/{form}"] = ("/console/audit/export/{0}", true, ApiClientSamples.Auditor),
        ["/console/users/export/{form}"] = ("/console/users/export/{0}", true, ApiClientSamples.Administrator),
        ["/console/clients/export/{form:regex(^(csv|xlsx)$)}"] = ("/console/clients/export/{0}", true, ApiClientSamples.Administrator),
        ["/api/v1/eligibility-check-files/{id:guid}/result"] = ("{1}/result?form={0}", true, ApiClientSamples.Clerk),
    };

    [Fact]
    public async Task A_text_that_looks_like_a_formula_is_a_text_in_both_forms()
    {
        foreach (var text in Formulas.Concat(Texts))
        {
            var table = new Table(["x"], new[] { (IReadOnlyList<string>)[text] }.ToAsyncEnumerable());
            using var csv = new MemoryStream();
            await CsvTable.Write(csv, table, CancellationToken.None);
            Cells(Encoding.UTF8.GetString(csv.ToArray()))[1].ShouldBe(Formulas.Contains(text) ? "'" + text : text);
            using var xlsx = new MemoryStream();
            await XlsxTable.Write(xlsx, table, CancellationToken.None);
            ShouldHoldTextsOnly(xlsx.ToArray(), text);
        }
    }

    [Fact]
    public async Task Every_export_guards_what_it_holds()
    {
        var file = await TellFormulas();
        foreach (var (export, (address, holdsIt, by)) in Exports)
        {
            using var page = PageClient.At(walled.Node, by, hasSecondFactor: true);
            foreach (var form in new[] { "csv", "xlsx" })
            {
                var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, form, file);
                var content = export.StartsWith("/api/", StringComparison.Ordinal) ? await walled.Node.Story.Clerk.Download(path) : (await page.Get(path)).Content;
                var cells = form == "csv" ? Cells(Encoding.UTF8.GetString(content)) : ShouldHoldTextsOnly(content, path);
                cells.Count.ShouldBeGreaterThan(1, path);
                cells.Contains(form == "csv" ? "'" + Hostile : Hostile).ShouldBe(holdsIt, path);
            }
        }
    }

    [Fact]
    public void No_export_is_forgotten() =>
        walled.Node.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "form")
                || endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Contains("text/csv")))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Distinct().ShouldBe(Exports.Keys, ignoreOrder: true);

    /// <summary>Nothing but the two tables writes what a spreadsheet program opens.</summary>
    [Fact]
    public void There_is_one_way_to_write_a_table() =>
        Architecture.Code.TypesOf(Architecture.Code.ApiCode).Where(type => Architecture.Named.Types(type).Any(named => named.FullName is "CsvHelper.CsvWriter"))
            .Select(type => type.Name).ShouldBe([nameof(CsvTable)]);

    /// <returns>The address of a file of applicants.</returns>
    private async Task<string> TellFormulas()
    {
        var database = walled.Node.Database.Owner;
        var text = Hostile.Replace("'", "''", StringComparison.Ordinal);
        await database.Execute($"UPDATE read_model.banned_organization SET name = '{text}'");
        await database.Execute($"UPDATE read_model.reexamination SET outcome = 'refusalWithdrawn', reason = '{text}'");
        await database.Execute($"UPDATE security.api_clients SET name = '{text}' WHERE client_id = '{ApiClientSamples.Clerk.Id}'");
        await database.Execute($"UPDATE security.users SET name = '{text}'");
        await database.Execute($"UPDATE registry.eligibility_checks SET application_reference = '{text}'");
        var sent = await walled.Node.Story.Clerk.Post(
            ApplicantRows.Address, ApplicantRows.Lines(ApplicantRows.Row(Hostile, "洞庭君", null)), ApplicantRows.Ndjson, Guid.NewGuid().ToString());
        await FileTurns.Run(walled.Node);
        return sent.ShouldBe(System.Net.HttpStatusCode.Accepted).Location!.ToString();
    }

    private static List<string> ShouldHoldTextsOnly(byte[] workbook, string what)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        var cells = new List<string>();
        foreach (var part in archive.Entries.Where(part => part.FullName.Contains("/worksheets/", StringComparison.Ordinal)))
        {
            using var content = part.Open();
            var sheet = XDocument.Load(content, LoadOptions.PreserveWhitespace);
            var found = sheet.Descendants().Where(element => element.Name.LocalName == "c").ToList();
            found.ShouldAllBe(cell => cell.IsEmpty || ((string?)cell.Attribute("t") == "inlineStr" && cell.Elements().Single().Name.LocalName == "is"), what);
            cells.AddRange(found.Select(cell => cell.Value));
        }

        return cells;
    }

    /// <summary>RFC 4180.</summary>
    private static List<string> Cells(string csv) =>
        [.. Cell().Matches(csv.TrimStart('\uFEFF')).Select(cell => cell.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups["plain"].Value)];

    [GeneratedRegex("(\"(?<quoted>([^\"]|\"\")*)\"|(?<plain>[^,\r\n\"]*))(,|\r\n)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();
}

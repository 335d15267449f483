using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using static Blacklist.Tests.Eligibility.Files.ApplicantRows;

namespace Blacklist.Tests.Security.Uploads;

/// <summary>Files that nobody should send, and what is said to each where a workbook is expected.</summary>
internal static class HostileFiles
{
    private const string Unreadable = "file_unreadable";

    public static readonly byte[] Good = Workbook([Headings, Cells("A-1", "洞庭君", ResidentIds.Of(5201))]);

    private static readonly byte[] Bomb = MakeBomb();

    public static IReadOnlyList<(string Name, byte[] Content, string Code)> All { get; } =
    [
        ("a program", [.. "MZ"u8, .. new byte[400]], Unreadable),
        ("a page with a script", "<html><script>alert(1)</script></html>"u8.ToArray(), Unreadable),
        ("nothing", [], Unreadable),
        ("a workbook that is cut off", Good[..^200], Unreadable),
        ("a workbook under a password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]], Unreadable),
        ("an encrypted archive", Encrypted(Good), Unreadable),
        ("an archive in an archive", Archive(("applicants.xlsx", Good)), Unreadable),
        ("an archive whose parts lead elsewhere", With(Good, "../../../../tmp/blacklist-was-here.xml"), Unreadable),
        ("an archive whose parts lead to the root", With(Good, "/tmp/blacklist-was-here.xml"), Unreadable),
        ("entities of entities", WorkbookOf(Laughs()), Unreadable),
        ("a sheet under a name that nobody measures", Renamed(Good, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.dat"), Unreadable),
        ("one sheet as many", Changed(Good, "xl/_rels/workbook.xml.rels", "<Relationship Id=\"rId1\"", $"<Relationship Id=\"rId1\" Type=\"x\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"rId1\""), Unreadable),
        ("a bomb", Bomb, "file_unpacks_too_large"),
        ("a thousand parts", Archive([.. Enumerable.Range(0, 1_000).Select(part => ($"xl/worksheets/sheet{part}.xml", Array.Empty<byte>()))]), "file_unpacks_too_large"),
    ];

    /// <summary>An archive in a workbook is as harmless as a picture: nobody opens it.</summary>
    public static byte[] GoodWithBombWithin { get; } = With(Good, "xl/embeddings/bomb.xlsx", Bomb);

    /// <summary>Less than half a megabyte that unpacks to 350.</summary>
    private static byte[] MakeBomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.SmallestSize).Open();
            var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<si><t>x</t></si>", 50_000)));
            for (var written = 0; written < 350 << 20; written += text.Length)
            {
                part.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Archive(params IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] With(byte[] workbook, string name, byte[]? content = null)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(content ?? Encoding.UTF8.GetBytes("<x/>"));
        }

        return bytes.ToArray();
    }

    private static byte[] Renamed(byte[] workbook, string part, string other)
    {
        var (short1, short2) = (part[(part.LastIndexOf('/') + 1)..], other[(other.LastIndexOf('/') + 1)..]);
        return Repacked(Changed(workbook, "xl/_rels/workbook.xml.rels", short1, short2), name => name == part ? other : name, (_, content) => content);
    }

    private static byte[] Changed(byte[] workbook, string part, string text, string other) =>
        Repacked(workbook, name => name, (name, content) => name == part ? content.Replace(text, other, StringComparison.Ordinal) : content);

    private static byte[] Repacked(byte[] workbook, Func<string, string> name, Func<string, string, string> content)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return Archive([.. archive.Entries.Select(part =>
        {
            using var text = new StreamReader(part.Open());
            return (name(part.FullName), Encoding.UTF8.GetBytes(content(part.FullName, text.ReadToEnd())));
        })]);
    }

    /// <summary>The first bit of each part's flags, at the part and in the table of contents (APPNOTE 4.4.4).</summary>
    private static byte[] Encrypted(byte[] archive)
    {
        var bytes = archive.ToArray();
        for (var at = 0; at + 10 < bytes.Length; at++)
        {
            var signature = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
            bytes[at + (signature == 0x0403_4B50 ? 6 : 8)] |= (byte)(signature is 0x0403_4B50 or 0x0201_4B50 ? 1 : 0);
        }

        return bytes;
    }

    private static string Laughs() =>
        $"""<!DOCTYPE x [<!ENTITY a "{new string('x', 1_000)}">{string.Concat(Enumerable.Range(1, 8).Select(level => $"<!ENTITY {(char)('a' + level)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + level - 1)};", 10))}\">"))}]><worksheet xmlns="{Main}"><sheetData><row><c t="str"><v>&i;</v></c></row></sheetData></worksheet>""";
}

using System.IO.Compression;
using System.Xml;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>
/// Unpacks a workbook once without keeping anything, before a reader that keeps a row, or all shared texts, in memory may touch it: a small
/// archive can hold gigabytes (a zip bomb), one endless text or one endless row. What the archive says of its own sizes is not believed.
/// </summary>
internal static class WorkbookGuard
{
    private const int MostParts = 200;
    private const int MostElements = 1_000;
    private const long MostOfSheets = 3L << 30;
    private const long MostOfOthers = 320L << 20;

    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static void Check(Stream workbook)
    {
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostParts)
        {
            throw FileRefusals.UnpacksTooLarge.Exception();
        }

        if (archive.Entries.Any(part => part.IsEncrypted || LeadsElsewhere(part.FullName)))
        {
            throw FileRefusals.Unreadable.Exception();
        }

        var (sheets, others) = (MostOfSheets, MostOfOthers);
        foreach (var part in archive.Entries.Where(IsRead))
        {
            using var content = part.Open();
            if (LiesAmongSheets(part))
            {
                sheets -= Unpack(content, sheets, new TagMeter(perRow: true));
            }
            else
            {
                others -= Unpack(content, others, new TagMeter(perRow: false));
            }
        }

        var guard = new SheetGuard();
        foreach (var sheet in Sheets(archive))
        {
            using var content = sheet.Open();
            guard.Check(content);
        }
    }

    /// <summary>Whatever a reader may take for a sheet: what lies where sheets lie, and what the workbook calls one, wherever it lies.</summary>
    private static IReadOnlyList<ZipArchiveEntry> Sheets(ZipArchive archive)
    {
        var called = SheetPaths(archive);
        return called.Count == called.Distinct(StringComparer.OrdinalIgnoreCase).Count() && called.TrueForAll(IsXml)
            ? [.. archive.Entries.Where(part => IsXml(part.FullName) && (LiesAmongSheets(part) || called.Contains(part.FullName, StringComparer.OrdinalIgnoreCase)))]
            : throw FileRefusals.Unreadable.Exception(); // one sheet as many sheets, or one that was not measured
    }

    private static List<string> SheetPaths(ZipArchive archive)
    {
        var ids = Elements(archive, "xl/workbook.xml", "sheet").SelectMany(sheet => sheet["id"]).ToHashSet();
        return
        [
            .. Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship").Where(relationship => ids.Overlaps(relationship["Id"]))
                .SelectMany(relationship => relationship["Target"])
                .Select(target => target.StartsWith("/xl/", StringComparison.Ordinal) ? target[1..] : $"xl/{target}"),
        ];
    }

    /// <summary>The attributes, by their names without a prefix, of each element of a name.</summary>
    private static IEnumerable<ILookup<string, string>> Elements(ZipArchive archive, string path, string name)
    {
        foreach (var part in archive.Entries.Where(part => part.FullName.Equals(path, StringComparison.OrdinalIgnoreCase)))
        {
            using var content = part.Open();
            using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            for (var found = 0; xml.Read();)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != name)
                {
                    continue;
                }

                if (++found > MostElements)
                {
                    throw FileRefusals.UnpacksTooLarge.Exception();
                }

                var attributes = new List<(string Name, string Value)>();
                while (xml.MoveToNextAttribute())
                {
                    attributes.Add((xml.LocalName, xml.Value));
                }

                yield return attributes.ToLookup(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Nothing is ever unpacked to a path, and no spreadsheet program names its parts so.</summary>
    private static bool LeadsElsewhere(string name) => name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains("..");

    /// <summary>Pictures, archives within and the like stay packed.</summary>
    private static bool IsRead(ZipArchiveEntry part) => IsXml(part.FullName) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool LiesAmongSheets(ZipArchiveEntry part) => part.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase);

    private static long Unpack(Stream content, long most, TagMeter meter)
    {
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            unpacked += read;
            if (unpacked > most)
            {
                throw FileRefusals.UnpacksTooLarge.Exception();
            }

            if (!meter.Accepts(buffer.AsSpan(0, read)))
            {
                throw FileRefusals.RowTooLong.Exception(meter.Rows);
            }
        }

        return unpacked;
    }
}

/// <summary>Measures XML by its bytes alone: how far it is from one tag to the next, and how many tags a row has.</summary>
internal sealed class TagMeter(bool perRow)
{
    private const int LongestText = 64 * 1024;
    private const int MostTags = 2_000;

    private readonly byte[] _name = new byte[3];
    private int _named = -1; // letters of a tag's own name so far, a prefix left out; -1 outside of one
    private int _text;
    private int _tags;

    public int Rows { get; private set; }

    public bool Accepts(ReadOnlySpan<byte> xml)
    {
        foreach (var letter in xml)
        {
            if (letter == '<')
            {
                (_text, _named) = (0, 0);
                _tags++;
            }
            else
            {
                _text++;
                ReadName(letter);
            }

            if (_text > LongestText || (perRow && _tags > MostTags))
            {
                return false;
            }
        }

        return true;
    }

    private void ReadName(byte letter)
    {
        if (_named < 0)
        {
            return;
        }

        if (letter is (byte)' ' or (byte)'>' or (byte)'/' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            if (_named == _name.Length && _name.AsSpan().SequenceEqual("row"u8))
            {
                _tags = 0;
                Rows++;
            }

            _named = -1;
        }
        else if (letter == ':')
        {
            _named = 0;
        }
        else
        {
            if (_named < _name.Length)
            {
                _name[_named] = letter;
            }

            _named = Math.Min(_named + 1, _name.Length + 1);
        }
    }
}

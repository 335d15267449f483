using System.IO.Compression;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>
/// Unpacks a workbook once without keeping anything, before a reader that keeps a row, or all shared texts, in memory may touch it: a small
/// archive can hold gigabytes (a zip bomb), one endless text or one endless row. What the archive says of its own sizes is not believed.
/// </summary>
internal static class WorkbookGuard
{
    private const int MostParts = 200;
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
            if (part.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase))
            {
                sheets -= Unpack(content, sheets, new TagMeter(perRow: true));
            }
            else
            {
                others -= Unpack(content, others, new TagMeter(perRow: false));
            }
        }
    }

    /// <summary>Nothing is ever unpacked to a path, and no spreadsheet program names its parts so.</summary>
    private static bool LeadsElsewhere(string name) => name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains("..");

    /// <summary>Pictures, archives within and the like stay packed.</summary>
    private static bool IsRead(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

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

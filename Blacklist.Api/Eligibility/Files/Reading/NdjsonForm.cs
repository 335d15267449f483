using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>A JSON object a line: strings, and true or false for <c>charitable</c>; null or left out where there is nothing. Empty lines are none, and so is a mark of the byte order.</summary>
internal static class NdjsonForm
{
    private const int LongestLine = 32 * 1024;

    public static async IAsyncEnumerable<FileRow> Read(Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: LongestLine));
        var number = 0;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                number++;
                if (ReadLine(number == 1 && line.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line) is { } row)
                {
                    yield return row;
                }
            }

            if (buffer.Length > LongestLine)
            {
                throw FileRefusals.RowTooLong.Exception(number + 1);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool last, out byte[] line)
    {
        var end = buffer.PositionOf((byte)'\n');
        if (end is null && (!last || buffer.IsEmpty))
        {
            line = [];
            return false;
        }

        line = buffer.Slice(0, end ?? buffer.End).ToArray();
        buffer = end is { } found ? buffer.Slice(buffer.GetPosition(1, found)) : buffer.Slice(buffer.End);
        return true;
    }

    private static FileRow? ReadLine(byte[] line)
    {
        if (!line.AsSpan().ContainsAnyExcept(" \t\r"u8))
        {
            return null;
        }

        var cells = new string?[FileRow.Width];
        if (!Utf8.IsValid(line))
        {
            return new FileRow(cells, new RowFlaw("", ProblemKinds.InvalidText.Code));
        }

        try
        {
            var json = new Utf8JsonReader(line);
            return new FileRow(cells, ReadObject(ref json, cells));
        }
        catch (JsonException)
        {
            return new FileRow(new string?[FileRow.Width], new RowFlaw("", FileRefusals.RowUnreadable.Code));
        }
    }

    private static RowFlaw? ReadObject(ref Utf8JsonReader json, string?[] cells)
    {
        RowFlaw? flaw = null;
        var seen = 0;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return new RowFlaw("", FileRefusals.RowUnreadable.Code);
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var known = json.IsText() && EnumWords.TryRead<ApplicantColumn>(json.GetString()!, out var column) ? column : (ApplicantColumn?)null;
            var name = known is { } field ? EnumWords.Of(field) : JsonPath.Presentable(ref json);
            json.Read();
            if (known is not { } place)
            {
                flaw ??= new RowFlaw(name, ProblemKinds.UnknownField.Code);
                json.Skip();
            }
            else if ((seen & (1 << (int)place)) != 0)
            {
                flaw ??= new RowFlaw(name, ProblemKinds.DuplicateField.Code);
                json.Skip();
            }
            else
            {
                seen |= 1 << (int)place;
                flaw ??= ReadCell(ref json, place, cells) is { } wrong ? new RowFlaw(name, wrong.Code) : null;
            }
        }

        json.Read(); // anything after the object throws
        return flaw;
    }

    private static ProblemKind? ReadCell(ref Utf8JsonReader json, ApplicantColumn column, string?[] cells)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String when !json.IsText():
                return ProblemKinds.InvalidText;
            case JsonTokenType.String when column != ApplicantColumn.Charitable:
                cells[(int)column] = json.GetString();
                return null;
            case JsonTokenType.True or JsonTokenType.False when column == ApplicantColumn.Charitable:
                cells[(int)column] = json.TokenType == JsonTokenType.True ? "true" : "false";
                return null;
            default:
                json.Skip();
                return ProblemKinds.WrongType;
        }
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>
/// A row of the result as a line of JSON: its number, the caller's reference, and the answer exactly as it is recorded, or what is wrong. These
/// bytes are the leaves of the tree that the file's receipt is about.
/// </summary>
internal static class ResultLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="answer">Empty when the row could not be asked, or the answer is no longer kept.</param>
    public static byte[] Write(int number, AnsweredRow row, ReadOnlySpan<byte> answer)
    {
        var line = new ArrayBufferWriter<byte>(128 + answer.Length);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("row", number);
            json.WriteString("reference", row.Reference);
            if (row.Check is not null)
            {
                json.WritePropertyName("answer");
                json.WriteRawValue(answer.IsEmpty ? "null"u8 : answer, skipInputValidation: true);
            }
            else
            {
                WriteFlaws(json, row);
            }

            json.WriteEndObject();
        }

        return line.WrittenSpan.ToArray();
    }

    private static void WriteFlaws(Utf8JsonWriter json, AnsweredRow row)
    {
        json.WriteStartArray("errors");
        foreach (var flaw in row.Flaws)
        {
            json.WriteStartObject();
            json.WriteString("field", flaw.Field);
            json.WriteString("code", flaw.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

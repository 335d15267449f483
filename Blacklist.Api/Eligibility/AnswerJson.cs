using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility;

/// <summary>The answer as bytes: these are stored, given, and given again. What is signed is these bytes.</summary>
internal static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A thread writes one answer after the other, with the same writer.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    public static byte[] Write(Guid checkId, DateTimeOffset checkedAt, long logPosition, EligibilityAnswer answer, DisclosureTier tier)
    {
        var json = Begin();
        json.WriteString("checkId", checkId);
        json.WriteString("verdict", EnumWords.Of(answer.Verdict));
        WriteMoment(json, "checkedAt", checkedAt);
        json.WriteString("effectiveOn", Day(answer.EffectiveOn));
        Write(json, logPosition, answer, tier);
        return End(json);
    }

    /// <summary>An answer from the past: no check, and never with a receipt.</summary>
    public static byte[] WriteAsOf(long logPosition, EligibilityAnswer answer, DisclosureTier tier)
    {
        var json = Begin();
        json.WriteString("verdict", EnumWords.Of(answer.Verdict));
        json.WriteString("effectiveOn", Day(answer.EffectiveOn));
        Write(json, logPosition, answer, tier);
        return End(json);
    }

    private static Utf8JsonWriter Begin()
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(bytes, Options);
        bytes.ResetWrittenCount();
        json.Reset(bytes); // also after an answer that could not be written to its end
        json.WriteStartObject();
        return json;
    }

    private static byte[] End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        return _bytes!.WrittenSpan.ToArray();
    }

    /// <summary>In UTC, to the millisecond: RFC 3339.</summary>
    private static void WriteMoment(Utf8JsonWriter json, string name, DateTimeOffset at)
    {
        Span<byte> text = stackalloc byte["yyyy-MM-ddTHH:mm:ss.fffffffZ".Length];
        at.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text["yyyy-MM-ddTHH:mm:ss.fff".Length] = (byte)'Z';
        json.WriteString(name, text[.."yyyy-MM-ddTHH:mm:ss.fffZ".Length]);
    }

    private static void Write(Utf8JsonWriter json, long logPosition, EligibilityAnswer answer, DisclosureTier tier)
    {
        json.WriteNumber("logPosition", logPosition);
        json.WriteNumber("ruleSetVersion", answer.RuleSetVersion);
        json.WritePropertyName("organization");
        OrganizationAnswerJson.Write(json, answer.Organization);
        json.WriteStartArray("applicants");
        foreach (var applicant in answer.Applicants)
        {
            Write(json, applicant, tier);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ApplicantAnswer applicant, DisclosureTier tier)
    {
        json.WriteStartObject();
        json.WriteNumber("index", applicant.Index);
        json.WriteString("verdict", EnumWords.Of(applicant.Verdict));
        if (tier >= DisclosureTier.Grounds)
        {
            WriteGrounds(json, applicant);
        }

        json.WriteStartArray("warnings");
        foreach (var warning in applicant.Warnings)
        {
            json.WriteStringValue(CodeOf(warning));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGrounds(Utf8JsonWriter json, ApplicantAnswer applicant)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in applicant.Reasons)
        {
            Write(json, reason);
        }

        json.WriteEndArray();
        json.WriteNumber("omitted", applicant.Omitted);
    }

    private static void Write(Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("code", CodeOf(reason.Code));
        json.WriteString("effect", EnumWords.Of(reason.Effect));
        json.WriteString("listingNumber", reason.ListingNumber);
        json.WriteString("rule", reason.Rule.Id);
        json.WriteString("basis", $"{reason.Rule.Title} {reason.Rule.Article}");
        json.WriteString("basisLevel", EnumWords.Of(reason.Rule.Level));
        if (reason.MatchedBy is { } document)
        {
            json.WriteString("matchedBy", EnumWords.Of(document));
        }
        else
        {
            json.WriteString("matchedBy", reason.ByFinding ? "determination" : "name");
        }

        if (reason.Until is { } until)
        {
            json.WriteString("until", Day(until));
        }
        else
        {
            json.WriteNull("until");
        }

        json.WriteBoolean("disputed", reason.Disputed);
        if (reason.StatementId is { } statement)
        {
            json.WriteString("statement", statement);
        }

        json.WriteStartArray("missing");
        foreach (var element in reason.Missing)
        {
            json.WriteStringValue(EnumWords.Of(element));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>How answers write the name of a reason or a warning.</summary>
    public static string CodeOf<TEnum>(TEnum code)
        where TEnum : struct, Enum => Codes<TEnum>.Words[code];

    private static class Codes<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Words =
            Enum.GetValues<TEnum>().ToFrozenDictionary(code => code, code => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString()));
    }

    private static string Day(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}

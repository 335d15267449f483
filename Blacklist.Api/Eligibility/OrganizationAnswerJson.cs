using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility;

/// <summary>The organization's part of an answer.</summary>
internal static class OrganizationAnswerJson
{
    public static void Write(Utf8JsonWriter json, OrganizationAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("verdict", EnumWords.Of(answer.Verdict));
        json.WriteStartArray("reasons");
        foreach (var reason in answer.Reasons)
        {
            Write(json, reason);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OrganizationReason reason)
    {
        json.WriteStartObject();
        json.WriteString("code", AnswerJson.CodeOf(reason.Code));
        json.WriteString("effect", EnumWords.Of(reason.Effect));
        json.WriteString("knownName", reason.Known?.Name.Original);
        json.WriteString("standing", reason.Known is { } known ? EnumWords.Of(known.Standing) : null);
        json.WriteString("alike", reason.Alike);
        json.WriteStartArray("differences");
        foreach (var difference in reason.Differences)
        {
            json.WriteStringValue(difference.Code);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Receipts.Roots;

namespace Blacklist.Api.Audit;

/// <summary>Who was shown what, or was refused it. No document number, no name, no address that was called.</summary>
/// <param name="Caller">Subject of the token; empty where nobody known tried to sign in.</param>
/// <param name="Regions">The caller's, as GB/T 2260 codes.</param>
/// <param name="Permission">The one that was used; empty where none is needed.</param>
/// <param name="Endpoint">Method and route template.</param>
/// <param name="Subjects">Ids of ours that the answer is about.</param>
/// <param name="Count">How many rows, or applicants.</param>
/// <param name="Request">The trace id that problem documents and logs name.</param>
internal sealed record AuditEntry(
    Guid Id, DateTimeOffset At, AuditKind Kind, string Caller, string Department, IReadOnlyList<string> Regions, string Permission, string Endpoint,
    IReadOnlyList<Guid> Subjects, string? Purpose, string? Application, DisclosureTier Disclosed, int Count, int Status, string Request)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"; // what PostgreSQL keeps of a moment

    /// <summary>The text that is hashed and stored; the same again from the stored columns.</summary>
    public byte[] Text()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("at"u8, At.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        json.WriteString("kind"u8, EnumWords.Of(Kind));
        json.WriteString("caller"u8, Caller);
        json.WriteString("department"u8, Department);
        WriteList(json, "regions", Regions);
        json.WriteString("permission"u8, Permission);
        json.WriteString("endpoint"u8, Endpoint);
        WriteList(json, "subjects", Subjects.Select(id => id.ToString()));
        json.WriteString("purpose"u8, Purpose);
        json.WriteString("application"u8, Application);
        json.WriteString("disclosed"u8, EnumWords.Of(Disclosed));
        json.WriteNumber("count"u8, Count);
        json.WriteNumber("status"u8, Status);
        json.WriteString("request"u8, Request);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static void Hash(ReadOnlySpan<byte> text, Span<byte> hash) => MerkleTree.HashLeaf([0, .. text], hash);

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

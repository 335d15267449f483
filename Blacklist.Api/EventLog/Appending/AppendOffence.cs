using System.Text.Json;

namespace Blacklist.Api.EventLog.Appending;

internal enum OffenceKind
{
    Version,
    Stored,
    Answered,
    KeyUsed,
}

/// <summary>Why <c>registry.append</c> would not take one request of a group.</summary>
/// <param name="Request">Its place in the group.</param>
internal sealed record AppendOffence(int Request, OffenceKind Kind, Guid Stream, long Actual, long Position)
{
    /// <summary>SQLSTATE of a group with offenders.</summary>
    public const string SqlState = "RG001";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The one offence that decides each offending request: what is stored is stored, whatever else does not fit.</summary>
    public static IReadOnlyList<AppendOffence> Read(string message) =>
        [.. JsonSerializer.Deserialize<AppendOffence[]>(message, Json)!
            .GroupBy(offence => offence.Request)
            .Select(offences => offences.MinBy(offence => offence.Kind switch
            {
                OffenceKind.Stored => 0,
                OffenceKind.Answered or OffenceKind.KeyUsed => 1,
                _ => 2,
            })!)];
}

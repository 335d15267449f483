using System.Text.Json;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>One row as it was sent, whatever the form.</summary>
/// <param name="Cells">By column; null where nothing stands.</param>
/// <param name="Flaw">Why the row cannot be read at all.</param>
internal sealed record FileRow(string?[] Cells, RowFlaw? Flaw = null)
{
    public static readonly int Width = Enum.GetValues<ApplicantColumn>().Length;

    public string? this[ApplicantColumn column] => Cells[(int)column];

    public static byte[] Write(IReadOnlyList<FileRow> rows) => JsonSerializer.SerializeToUtf8Bytes(rows);

    public static IReadOnlyList<FileRow> Read(ReadOnlySpan<byte> rows) => JsonSerializer.Deserialize<IReadOnlyList<FileRow>>(rows)!;
}

/// <summary>What is wrong with a row. The value itself is never kept here.</summary>
/// <param name="Field">The column's name, or empty when it is the row itself.</param>
/// <param name="Code">As in a problem document.</param>
internal sealed record RowFlaw(string Field, string Code)
{
    public static RowFlaw Of(ApplicantColumn column, ProblemKind kind) => new(EnumWords.Of(column), kind.Code);
}

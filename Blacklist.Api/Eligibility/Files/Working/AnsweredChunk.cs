using System.Text.Json;
using Blacklist.Api.Eligibility.Files.Reading;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>Which answer each row of a chunk was given. The answers themselves are in the record of all checks, and nowhere else.</summary>
/// <param name="First">Number of the first row, from 1.</param>
/// <param name="From">When the first check was answered; null when no row could be asked.</param>
internal sealed record AnsweredChunk(int First, DateTimeOffset? From, DateTimeOffset? Until, IReadOnlyList<AnsweredRow> Rows)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static AnsweredChunk Read(ReadOnlySpan<byte> chunk) => JsonSerializer.Deserialize<AnsweredChunk>(chunk)!;
}

/// <param name="Reference">The caller's own, as far as it could be read.</param>
/// <param name="Check">Null when something was wrong in the row.</param>
internal sealed record AnsweredRow(string? Reference, Guid? Check, IReadOnlyList<RowFlaw> Flaws);

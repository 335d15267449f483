using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>How far a file has come.</summary>
internal enum ApplicantFileStatus
{
    /// <summary>Received, and not begun.</summary>
    Waiting,

    /// <summary>Some rows are answered.</summary>
    Running,

    /// <summary>Nothing is answered until it is resumed.</summary>
    Paused,

    /// <summary>What was answered stays recorded; nothing more will be.</summary>
    Cancelled,

    /// <summary>Every row is answered, or named with what is wrong in it.</summary>
    Finished,
}

/// <summary>A file of applicants (<c>registry.applicant_files</c>): one check a row.</summary>
/// <param name="Client">Who sent it; for everybody else there is no such file.</param>
/// <param name="Regions">What the caller covered then.</param>
/// <param name="Tier">How much the caller is told of each row.</param>
/// <param name="InChinese">The headings were in Chinese, so those of the result are.</param>
internal sealed record ApplicantFile(
    Guid Id,
    string Client,
    CheckPurpose Purpose,
    IReadOnlyList<RegionCode> Regions,
    DisclosureTier Tier,
    FileForm Form,
    bool InChinese,
    ApplicantFileStatus Status,
    int Chunks,
    int ChunksDone,
    RowCounts Counts,
    double SecondsAtWork,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    public static readonly Refusal Ended = new("file_ended", "The file is finished or cancelled.");
    public static readonly Refusal NotFinished = new("file_not_finished", "The file is not finished.");

    /// <summary>What stands in the database for the next rows: the tree over those that are done, and the lowest position an answer saw.</summary>
    public required FileTree Tree { get; init; }
}

/// <param name="Done">Answered, or found to be wrong.</param>
internal sealed record RowCounts(int All, int Done, int Eligible, int Review, int Restricted)
{
    /// <summary>Rows that could not be asked, each with what is wrong in it.</summary>
    public int Unanswered => Done - Eligible - Review - Restricted;
}

/// <param name="Frontier">As <c>MerkleFrontier</c> writes it.</param>
/// <param name="LowestPosition">Null before the first answer.</param>
/// <param name="Commitments">What the receipt says of the file's content.</param>
internal sealed record FileTree(byte[] Frontier, long? LowestPosition, byte[] Commitments);

using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>A file and how far it has come.</summary>
/// <param name="Rows">How many it has, headings and empty ones not counted.</param>
/// <param name="RowsDone">Answered, or found to be wrong.</param>
/// <param name="Unanswered">Rows with something wrong in them; the result names it.</param>
/// <param name="RowsPerSecond">While it was worked on; null before the first rows are done.</param>
/// <param name="SecondsLeft">At this rate; null when it is not known, or not worked on.</param>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record ApplicantFileAnswer(
    Guid Id,
    ApplicantFileStatus Status,
    FileForm Form,
    CheckPurpose Purpose,
    int Rows,
    int RowsDone,
    int Eligible,
    int Review,
    int Restricted,
    int Unanswered,
    int? RowsPerSecond,
    int? SecondsLeft,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    public static ApplicantFileAnswer Of(ApplicantFile file)
    {
        var (counts, rate) = (file.Counts, file.SecondsAtWork > 0 ? file.Counts.Done / file.SecondsAtWork : (double?)null);
        var runs = file.Status is ApplicantFileStatus.Waiting or ApplicantFileStatus.Running;
        return new ApplicantFileAnswer(
            file.Id, file.Status, file.Form, file.Purpose, counts.All, counts.Done, counts.Eligible, counts.Review, counts.Restricted, counts.Unanswered,
            (int?)rate, runs && rate > 0 ? (int)Math.Ceiling((counts.All - counts.Done) / rate.Value) : null,
            file.CreatedAt, file.StartedAt, file.EndedAt);
    }
}

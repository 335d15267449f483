using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>What a caller does to a file of theirs: refused for one that has ended otherwise, without effect where it is so already.</summary>
internal static class ApplicantFileChange
{
    /// <param name="to">What the file shall be; <see cref="ApplicantFileStatus.Waiting"/> stands for running as well.</param>
    public static async Task<IResult> Change(
        this ApplicantFileRecord files, ApplicantFileRows rows, Guid id, Caller caller, ApplicantFileStatus to, CancellationToken cancellation)
    {
        if (await rows.Find(id, caller.Subject, cancellation) is null)
        {
            return Problems.NotFound();
        }

        await (to == ApplicantFileStatus.Cancelled ? files.Cancel(id) : files.SetStatus(id, to));
        var file = (await rows.Find(id, caller.Subject, cancellation))!;
        return file.Status == to || (to == ApplicantFileStatus.Waiting && file.Status == ApplicantFileStatus.Running)
            ? Answer.Ok(ApplicantFileAnswer.Of(file))
            : Problems.Refused(ApplicantFile.Ended);
    }
}

using System.Diagnostics;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>Answers the files that wait: all of them in turn, some chunks each, so that a small one does not wait for a large one to end.</summary>
internal sealed class ApplicantFilesJob(ApplicantFileRecord files, FileWork work, ILogger<ApplicantFilesJob> logger) : Job("applicant_files", TimeSpan.FromSeconds(1))
{
    private const int ChunksAtOnce = 10;

    public override async Task Run(JobTurn turn)
    {
        await files.DiscardAbandoned();
        var since = new Dictionary<Guid, long>();
        for (var active = await files.Active(turn.Ended); active.Count > 0; active = await files.Active(turn.Ended))
        {
            var advanced = false;
            foreach (var file in active)
            {
                since.TryAdd(file.Id, Stopwatch.GetTimestamp());
                advanced |= await Advance(turn, file, since);
            }

            if (!advanced)
            {
                return; // the next turn looks again
            }
        }
    }

    private async Task<bool> Advance(JobTurn turn, ApplicantFile file, Dictionary<Guid, long> since)
    {
        try
        {
            var chunks = 0;
            for (var now = file; now is { Status: ApplicantFileStatus.Waiting or ApplicantFileStatus.Running } && chunks < ChunksAtOnce; chunks++)
            {
                turn.Ended.ThrowIfCancellationRequested();
                if (now.ChunksDone == now.Chunks)
                {
                    await work.Finish(turn, now);
                    return true;
                }

                if (!await work.Answer(turn, now, () => Stopwatch.GetElapsedTime(since[file.Id]).TotalSeconds))
                {
                    break;
                }

                since[file.Id] = Stopwatch.GetTimestamp();
                now = await files.Now(file.Id, turn.Ended);
            }

            return chunks > 0;
        }
        catch (Exception failure) when (failure is not (LeaseLostException or OperationCanceledException))
        {
            turn.Failed(failure);
            logger.LogError(failure, "The file {File} cannot be gone on with now; it is tried again", file.Id);
            return false;
        }
    }
}

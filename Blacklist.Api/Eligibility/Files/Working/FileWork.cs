using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Jobs;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Api.Security.Limits;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>
/// Answers the next chunk of a file: its rows are checks like any other, evaluated as <see cref="CheckLane"/> does and stored under the same
/// condition, in one transaction with the account of the chunk. So whoever goes on after a crash finds a chunk answered or not, never in between.
/// </summary>
internal sealed class FileWork(
    CheckEvaluator evaluator, ApprovalReliance reliance, IndexFollower follower, IdentityVault vault, SubjectKeys subjects, ReceiptKeys keys,
    FileChunkRecord chunks, OracleGuard guard, TimeProvider time)
{
    private readonly RootChain _roots = new(keys);

    /// <param name="seconds">How long the file has been at the front by now, since its last chunk.</param>
    /// <returns>False when the file is not worked on any more: paused, cancelled, or done by somebody else.</returns>
    public async Task<bool> Answer(JobTurn turn, ApplicantFile file, Func<double> seconds)
    {
        if (await chunks.Open(file.Id, FileChunkKind.Rows, file.ChunksDone, turn.Ended) is not { } sealedRows)
        {
            return false;
        }

        var today = LegalDate.At(time.GetUtcNow());
        List<AskedRow> rows = [.. FileRow.Read(sealedRows).Select(row => AskedRow.Of(row, file, vault, subjects, today))];
        List<PendingCheck> checks = [.. rows.Select(row => row.Check).OfType<PendingCheck>()];
        checks.ForEach(check => guard.Watch(check.Client, GuessedAbout.Of(check.Question) with { Application = check.Id.GetHashCode() }));
        checks.ForEach(Evaluate);
        var first = await Store(turn, file, rows, checks, floor: long.MaxValue, seconds);
        if (first is not ChunkOutcome.LogMoved moved)
        {
            return first is ChunkOutcome.Stored;
        }

        // Anew with everything the log held after the questions had come (see CheckLane).
        await follower.CatchUp(moved.Position, () => checks.ForEach(Evaluate));
        return await Store(turn, file, rows, checks, moved.Position, seconds) switch
        {
            ChunkOutcome.Stored => true,
            ChunkOutcome.NotWorkedOn => false,
            _ => throw new IndexBehindException(),
        };
    }

    /// <summary>Every row is done: the receipt over all of them.</summary>
    public Task Finish(JobTurn turn, ApplicantFile file) => Signing(async () =>
    {
        var content = new LeafContent(FileSummary.Write(file, time.GetUtcNow()), reliableUntil: null, file.Tree.Commitments);
        var root = _roots.Sign(content.Hash, file.Tree.LowestPosition ?? 0);
        if (await FileWorkRecord.Finish(turn, file.Id, root.ReceiptOf(content, leaf: 0).Write(), root))
        {
            _roots.Stored(root);
        }

        return true;
    });

    private void Evaluate(PendingCheck check)
    {
        check.Evaluated = evaluator.Evaluate(check);
        check.Leaf = reliance.LeafOf(check.Evaluated, check.Commitments);
    }

    private Task<ChunkOutcome> Store(JobTurn turn, ApplicantFile file, List<AskedRow> rows, List<PendingCheck> checks, long floor, Func<double> seconds) => Signing(async () =>
    {
        SignedRoot? root = checks.Count == 0
            ? null
            : _roots.Sign([.. checks.SelectMany(check => check.Leaf!.Hash)], checks.Min(check => check.Evaluated!.Position));
        var outcome = await FileWorkRecord.Store(turn, Account(file, rows, checks, seconds()), checks, floor, root);
        if (root is not null && outcome is ChunkOutcome.Stored)
        {
            _roots.Stored(root);
        }

        return outcome;
    });

    private ChunkAccount Account(ApplicantFile file, List<AskedRow> rows, List<PendingCheck> checks, double seconds)
    {
        var number = file.Counts.Done;
        var tree = new MerkleFrontier(number, file.Tree.Frontier);
        foreach (var row in rows)
        {
            tree.Add(ResultLine.Write(++number, row.Answered, row.Check?.Evaluated!.Answer));
        }

        var answered = new AnsweredChunk(
            file.Counts.Done + 1, checks.Count == 0 ? null : checks.Min(check => check.Evaluated!.CheckedAt),
            checks.Count == 0 ? null : checks.Max(check => check.Evaluated!.CheckedAt), [.. rows.Select(row => row.Answered)]);
        return new ChunkAccount(
            file.Id, file.ChunksDone, rows.Count, Of(Verdict.Eligible), Of(Verdict.Review), Of(Verdict.Restricted),
            checks.Count == 0 ? null : checks.Min(check => check.Evaluated!.Position), seconds, tree.ToArray(),
            chunks.Seal(file.Id, FileChunkKind.Answers, file.ChunksDone, answered.Write()));

        int Of(Verdict verdict) => checks.Count(check => check.Evaluated!.Verdict == verdict);
    }

    /// <summary>After a failure nobody knows whether the root was stored.</summary>
    private async Task<T> Signing<T>(Func<Task<T>> store)
    {
        try
        {
            return await store();
        }
        catch
        {
            _roots.StartAnew();
            throw;
        }
    }
}

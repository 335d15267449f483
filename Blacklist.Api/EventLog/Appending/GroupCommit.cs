using Npgsql;

namespace Blacklist.Api.EventLog.Appending;

/// <summary>
/// Brings every request of a group to its end: stored, refused, failed, or given up. An offender is taken out and the others go again;
/// after a lost answer the same events go again, and their ids tell whether they had arrived.
/// </summary>
internal sealed class GroupCommit(AppendTransaction transaction, AppendLimits limits)
{
    public async Task Write(IReadOnlyList<PendingAppend> group)
    {
        var open = group.ToList();
        var confirmed = new List<(PendingAppend Pending, AppendResult Result)>();
        var lost = 0;
        try
        {
            // What was found stored or answered is told only behind a commit after it; alone, behind an empty one.
            while (open.Count + confirmed.Count > 0)
            {
                if (!await Try(open, confirmed))
                {
                    // The pool's connection may merely have been stale: the first repeat goes at once.
                    await Task.Delay(limits.Pause * Math.Min(lost++, 1));
                }
            }
        }
        catch (Exception problem)
        {
            await transaction.Disconnect();
            open.ForEach(pending => pending.Fail(problem));
            confirmed.ForEach(found => found.Pending.Fail(new OutcomeUnknownException(problem)));
        }
    }

    /// <returns>False when the answer was lost, or there was no connection.</returns>
    private async Task<bool> Try(List<PendingAppend> open, List<(PendingAppend Pending, AppendResult Result)> confirmed)
    {
        try
        {
            SettleAll(open, await transaction.Send(open));
            confirmed.ForEach(found => found.Pending.Settle(found.Result));
            confirmed.Clear();
            open.Clear();
        }
        catch (PostgresException refused) when (refused.SqlState == AppendOffence.SqlState)
        {
            return await TakeOutUnlessLost(AppendOffence.Read(refused.MessageText), open, confirmed);
        }
        catch (PostgresException refused) when (refused.SqlState == ReadModelsReplacedException.SqlState)
        {
            throw new ReadModelsReplacedException();
        }
        catch (PostgresException refused) when (refused.SqlState == LeaseLostException.SqlState)
        {
            TakeOut(FenceCommand.Lost(refused.MessageText), open);
        }
        catch (PostgresException refused) when (refused.SqlState == AppendResult.Overtaken.SqlState && open is [var overtaken])
        {
            overtaken.Settle(new AppendResult.Overtaken());
            open.Clear();
        }
        catch (Exception problem) when (IsOfTheMoment(problem))
        {
            await Lose(problem, open, confirmed);
            return false;
        }
        catch (PostgresException) when (open.Count > 1)
        {
            // One of them cannot be stored, and the server does not say which: each goes alone, so that only that one fails.
            foreach (var pending in open)
            {
                await Write([pending]);
            }

            open.Clear();
        }

        return true;
    }

    /// <returns>False when the connection was lost over it: whoever is still open goes again.</returns>
    private async Task<bool> TakeOutUnlessLost(
        IReadOnlyList<AppendOffence> offences, List<PendingAppend> open, List<(PendingAppend Pending, AppendResult Result)> confirmed)
    {
        try
        {
            await TakeOut(offences, open, confirmed);
            return true;
        }
        catch (Exception problem) when (IsOfTheMoment(problem))
        {
            await Lose(problem, open, confirmed);
            return false;
        }
    }

    private async Task Lose(Exception problem, List<PendingAppend> open, List<(PendingAppend Pending, AppendResult Result)> confirmed)
    {
        await transaction.Disconnect();
        GiveUpTheOld(open, confirmed, problem);
    }

    private static void SettleAll(List<PendingAppend> open, long position)
    {
        var end = position + open.Sum(pending => pending.EventCount);
        foreach (var pending in open)
        {
            position += pending.EventCount;
            pending.Settle(new AppendResult.Appended(pending.EventCount > 0 ? position : end));
        }
    }

    private async Task TakeOut(
        IReadOnlyList<AppendOffence> offences, List<PendingAppend> open, List<(PendingAppend Pending, AppendResult Result)> confirmed)
    {
        foreach (var offence in offences.OrderByDescending(offence => offence.Request))
        {
            var pending = open[offence.Request];
            var answer = pending.Request.Answer;
            switch (offence.Kind)
            {
                case OffenceKind.Stored:
                    confirmed.Add((pending, new AppendResult.Appended(offence.Position)));
                    break;
                case OffenceKind.Answered:
                    confirmed.Add((pending, new AppendResult.AlreadyAnswered(await transaction.AnswerTo(answer!.Client, answer.Key))));
                    break;
                case OffenceKind.KeyUsed:
                    pending.Settle(new AppendResult.KeyUsedOtherwise());
                    break;
                case OffenceKind.Version:
                    var expected = pending.Request.Streams.First(stream => stream.StreamId == offence.Stream).ExpectedVersion;
                    pending.Settle(new AppendResult.VersionConflict(offence.Stream, expected, offence.Actual));
                    break;
                default:
                    throw new InvalidOperationException($"The log reports an unknown offence: {offence.Kind}.");
            }

            open.RemoveAt(offence.Request);
        }
    }

    private static void TakeOut(IReadOnlyList<Fence> lost, List<PendingAppend> open)
    {
        foreach (var pending in open.Where(pending => pending.Request.Fence is { } fence && lost.Contains(fence)))
        {
            pending.Fail(new LeaseLostException(pending.Request.Fence!.Job, pending.Request.Fence.Epoch));
        }

        open.RemoveAll(pending => pending.Request.Fence is { } fence && lost.Contains(fence));
    }

    private void GiveUpTheOld(
        List<PendingAppend> open, List<(PendingAppend Pending, AppendResult Result)> confirmed, Exception problem)
    {
        foreach (var pending in open.Concat(confirmed.Select(found => found.Pending)).Where(IsOld))
        {
            pending.GiveUp(problem);
        }

        open.RemoveAll(IsOld);
        confirmed.RemoveAll(found => IsOld(found.Pending));
    }

    private bool IsOld(PendingAppend pending) => pending.Age >= limits.Total;

    /// <summary>It may go better on another connection: the network, a restart, a failover, a lock, a deadlock, a lack of resources.</summary>
    private static bool IsOfTheMoment(Exception problem) => problem switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.ReadOnlySqlTransaction || refused.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or OperationCanceledException or TimeoutException or IOException => true,
        InvalidOperationException => true, // Npgsql: the connection was closed under us; ObjectDisposedException is one too
        _ => false,
    };
}

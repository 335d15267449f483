using Blacklist.Api.Callers;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Console.Callers;

/// <summary>What the pages about callers work with.</summary>
internal sealed record CallerReader(CallerRows Rows, AccountRows Accounts, EventStore Log, TimeProvider Time)
{
    public const string Address = "/console/callers";

    public DateOnly Today => LegalDate.At(Time.GetUtcNow());

    public static string AddressOf(string caller) => $"{Address}/{Uri.EscapeDataString(caller)}";

    /// <returns>Null where there is none for the reader.</returns>
    public Task<CallerRow?> Find(string caller, Caller reader, CancellationToken cancellation) => Rows.Find(caller, reader.Regions, Today, cancellation);

    public Task<EventStream> Stream(string caller) => Log.Load(CallerAccess.IdOf(new ClerkId(caller)));

    public async Task<FormSubject?> About(string caller, Caller reader, PageText texts, CancellationToken cancellation) =>
        await Find(caller, reader, cancellation) is { } row ? await About(row, texts, cancellation) : null;

    /// <summary>The caller itself, and who paused it.</summary>
    public Task<AccountNames> Names(CallerRow row, CancellationToken cancellation) => Accounts.Of(row.Pause is { } pause ? [row.Caller, pause.By] : [row.Caller], cancellation);

    public static IEnumerable<Shown> Facts(CallerRow row, AccountNames names, PageText texts)
    {
        yield return new(texts["callers.caller"], row.Caller);
        yield return new(texts["callers.requests"], Beside(row.Requests, row.UsualRequests, texts));
        yield return new(texts["callers.persons"], Beside(row.Persons, row.UsualPersons, texts));
        yield return new(texts["callers.refused"], $"{row.Refused:N0}");
        if (row.Pause is not { } pause)
        {
            yield break;
        }

        yield return new(texts["callers.pausedSince"], texts["callers.by", Moments.Text(pause.Since), names[pause.By]]);
        yield return new(texts["field.pauseCause"], texts.Of(pause.Cause));
        if (pause.Observed is { } observed)
        {
            yield return new(texts["callers.observed"], texts["callers.ofOrdinary", observed, pause.Ordinary ?? 0]);
        }

        if (pause.Reason is { } reason)
        {
            yield return new(texts["field.reason"], reason);
        }
    }

    private async Task<FormSubject> About(CallerRow row, PageText texts, CancellationToken cancellation)
    {
        var names = await Names(row, cancellation);
        return new FormSubject(names[row.Caller], AddressOf(row.Caller), [.. Facts(row, names, texts)], await Stream(row.Caller));
    }

    private static string Beside(long today, long? usual, PageText texts) =>
        usual is { } known ? texts["callers.usually", $"{today:N0}", $"{known:N0}"] : $"{today:N0}";
}

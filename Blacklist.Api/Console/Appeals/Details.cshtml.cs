using Blacklist.Api.Appeals;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Appeals;

/// <summary>An appeal's file: what the person says, until when what is to be done and why until then, evidence, hearings, what it came to.</summary>
[Requires(Permission.ReadAppeals)]
internal sealed class DetailsModel(AppealReader reader, Statements statements, Calendars calendars, Procedure procedure, Timelines timelines, AccountRows accounts, PageText texts, TimeProvider time)
    : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public AppealFile Papers { get; private set; } = null!;

    public Listing Listing { get; private set; } = Listing.Initial;

    public string Person { get; private set; } = "";

    /// <summary>Null while nobody has it.</summary>
    public string? AssignedTo { get; private set; }

    /// <summary>How much time there is; null when nothing is due.</summary>
    public (string Tone, string Text)? Left { get; private set; }

    public IReadOnlyList<AppealTask> Tasks { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Address => $"/console/appeals/{Id}";

    /// <summary>The day that runs now, and why it is that day.</summary>
    public Deadline Running => Papers.DecideBy ?? Papers.AdmitBy;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var caller = Caller.Of(HttpContext)!;
        var stream = await reader.Log.Load(Id);
        var appeal = stream.Fold(Appeal.Initial, Appeal.Evolve);
        if (appeal.Status == AppealStatus.None || !caller.Covers(appeal.Region))
        {
            return NotFound();
        }

        var words = appeal.StatementId is { } said && caller.May(Permission.ReadStatements)
            ? (await statements.Open([said], cancellation)).GetValueOrDefault(said)
            : null;
        var today = LegalDate.At(time.GetUtcNow());
        Papers = AppealFile.Of(stream, appeal, words, await AppealTerms.Now(calendars, procedure), today);
        Listing = (await reader.Log.Load(appeal.ListingId.Value)).Fold(Listing.Initial, Listing.Evolve);
        Person = (await reader.Persons.Of([Listing.PersonId])).GetValueOrDefault(Listing.PersonId)?.Name ?? texts["person.hidden"];
        Left = Papers.Due is { } due ? DeadlineWords.Left(due, today, Papers.WorkingDaysLeft, texts) : null;
        Tasks = [.. AppealTask.All.Where(task => caller.May(task.Permission) && task.IsOpen(appeal))];
        History = await timelines.Of(stream.Events, cancellation);
        AssignedTo = Papers.AssignedTo is { } assigned ? (await accounts.Of([assigned], cancellation))[assigned] : null;
        return Page();
    }
}

using Blacklist.Api.Console.Histories;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Retention;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Operations;

/// <summary>保存期限: what is kept for which purpose, for how long, and what was forgotten.</summary>
[Requires(Permission.ReadJobs)]
internal sealed class RetentionModel(IEnumerable<KeptMonths> kept, RetentionSchedule schedule, PageText texts) : PageModel
{
    public IReadOnlyList<RetentionAnswer> Purposes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Purposes = ((Answer)await ListRetentionEndpoint.Handle(kept, schedule, cancellation)).Read<IReadOnlyList<RetentionAnswer>>();

    public string LengthOf(RetentionAnswer answer) => Period.Parse(answer.Period).Is(out var period, out _) ? DeadlineWords.Length(period, texts) : answer.Period;
}

using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Public.Objections;

/// <summary>如何提出异议: what can be raised, where, within which time. The terms and the acts are those of the procedure.</summary>
internal sealed class IndexModel(Procedure procedure, PageText texts) : PageModel
{
    public Procedure Procedure => procedure;

    public void OnGet() => PageHeaders.ForEverybody(Response);

    public string Length(Period period) => texts["period." + period.Unit.ToString().ToLowerInvariant(), period.Length];
}

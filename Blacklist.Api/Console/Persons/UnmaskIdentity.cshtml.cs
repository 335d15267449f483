using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Persons;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Persons;

/// <summary>The numbers of the listed person, for a purpose: shown once, on the page that follows the form and at no address.</summary>
[Requires(Permission.UnmaskIdentities)]
[RequiresRecentSecondFactor]
internal sealed class UnmaskIdentityModel(FormDesk desk, ListingReader reader, EventStore log, CommandDesk commands, WholePersons persons)
    : ListingPage<UnmaskIdentityRequest>(desk, reader)
{
    public UnmaskedIdentity? Shown { get; private set; }

    protected override bool IsOfItsStream => false;

    protected override Task<IResult> Send(Body<UnmaskIdentityRequest> body, Write write) =>
        UnmaskIdentityEndpoint.Handle(Id, body, write, log, commands, persons, AuditNote.Of(HttpContext));

    protected override IEnumerable<FormNote> Foresee(Answer answer) => [new(Texts["unmaskIdentity.foreseen"], "warn")];

    protected override IActionResult Finish(Answer answer)
    {
        Shown = Read<UnmaskedIdentity>(answer);
        return Page();
    }
}

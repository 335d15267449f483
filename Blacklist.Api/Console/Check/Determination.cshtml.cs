using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Determinations;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Check;

/// <summary>认定: applicant and entry beside each other, and what the clerk finds.</summary>
[Requires(Permission.Determine)]
internal sealed class RecordDeterminationModel(
    FormDesk desk, AskedChecks checks, ReviewedApplicants reviewed, EligibilityIndex index, CommandDesk commands, Subjects subjects)
    : CommandPage<RecordDeterminationRequest>(desk)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "applicant")]
    public int Place { get; set; }

    [FromQuery(Name = "listing")]
    public string Listing { get; set; } = "";

    protected override IReadOnlyCollection<string> Known => ["applicantIndex", "listingNumber"];

    private string Answer => $"/console/check/{Id}";

    protected override Task Complete(JsonObject body)
    {
        (body["applicantIndex"], body["listingNumber"]) = (Place, Listing);
        return Task.CompletedTask;
    }

    protected override async Task<FormSubject?> Find()
    {
        if (await checks.Find(Id, Caller, Permission.Determine, HttpContext.RequestAborted) is not { } check || reviewed.Find(Id, check, Place, Listing) is not { } found)
        {
            return null;
        }

        return new FormSubject(Texts["determination.answer"], Answer,
        [
            new(Texts["check.reason.listing"], found.Listing.Number),
            new(Texts["organization.documentNumber"], $"{found.Listing.DispositionDocument} {PageText.Day(found.Listing.DispositionDate)}"),
            new(Texts["check.column.position"], Texts.Of(found.Applicant.Position)),
        ])
        {
            Beside = ("/Console/Check/_Compared.cshtml", index.Find(found.Listing.Id) is { } person ? ComparedPersons.Of(found.Applicant, person.Identity) : null),
        };
    }

    protected override Task<IResult> Send(Body<RecordDeterminationRequest> body, Write write) =>
        RecordDeterminationEndpoint.Handle(Id, body, write, commands, checks, reviewed, subjects, HttpContext.RequestAborted);

    protected override string Next(Answer answer) => Answer;
}

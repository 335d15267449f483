using System.Text.Json.Nodes;
using Blacklist.Api.Appeals;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Listings;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Console.Appeals;

/// <summary>申诉: what the listed person raises.</summary>
[Requires(Permission.FileAppeals)]
internal sealed class FileAppealModel(FormDesk desk, ListingReader reader, CommandDesk commands, AppealNumbers numbers, Statements statements, Calendars calendars, Procedure procedure) : ListingPage<FileAppealRequest>(desk, reader)
{
    protected override bool IsOfItsStream => false;

    protected override Task<IResult> Send(Body<FileAppealRequest> body, Write write) => FileAppealEndpoint.Handle(body, write, commands, numbers, statements, calendars, procedure);

    protected override IReadOnlyCollection<string> Known => ["listingId"];

    protected override Task Complete(JsonObject body)
    {
        body["listingId"] = Id;
        return Task.CompletedTask;
    }

    protected override string Next(Answer answer) => $"/console/appeals/{Read<AppealAnswer>(answer).Id}";

    protected override IEnumerable<FormNote> Foresee(Answer answer) =>
        Read<AppealAnswer>(answer).Due is { } due ? [new(Texts["fileAppeal.foreseen", PageText.Day(due)])] : [];
}

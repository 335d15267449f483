using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Console.Organizations;

/// <summary>What an authority decided, and whom the decision names.</summary>
[Requires(Permission.RecordDispositions)]
internal sealed class RecordDispositionModel(FormDesk desk, BannedOrganizationRows organizations, EventStore log, CommandDesk commands, IdentityVault vault)
    : OrganizationPage<RecordDispositionRequest>(desk, organizations, log)
{
    protected override Task<IResult> Send(Body<RecordDispositionRequest> body, Write write) =>
        RecordDispositionEndpoint.Handle(Id, body, write, commands, vault);

    /// <summary>An entry without a number has its price: strangers of the same name are sent to a human.</summary>
    protected override IEnumerable<FormNote> Foresee(Answer answer) => Read<RecordedDisposition>(answer).ResponsiblePersons
        .Select((person, index) => (person, Place: index + 1))
        .Where(one => one.person.NeedsCompletion)
        .Select(one => new FormNote(Texts["completion.person", one.Place, Texts[$"completion.{EnumWords.Of(one.person.IdentifiedBy)}"]], "warn"));
}

using System.Text;
using System.Text.Json;
using Blacklist.Api.Demo.Checks;
using Blacklist.Api.Demo.Plan;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Reexaminations;
using Blacklist.Domain.Regions;
using static Blacklist.Api.Demo.Plan.DemoIds;

namespace Blacklist.Api.Demo;

/// <summary>What examples of the API document need beside listings: a further name of a person, a check that a clerk has to look at, a finding on it.</summary>
internal sealed class ExampleCases(EventStore log, IdentityVault vault, SubjectKeys subjects, CheckLane checks, CheckRecord recorded)
{
    private static readonly PersonId Listed = new(Fixed(115));
    private static readonly PersonId OtherName = new(Fixed(41));
    private static readonly Guid Check = Fixed(31);
    private static readonly DeterminationId Finding = new(Fixed(32));
    private static readonly ClerkId Clerk = new(DemoClients.ClerkOfOrdos);

    private static readonly (Guid Check, DemoQuestion Question)[] Questions =
    [
        (Check, new("review", ExamplePlan.KnownByNameOnly, ResidentId.WithCheckDigit("70000019920815101"), "known by name only")),
        (Fixed(33), new("restricted", ExamplePlan.ListedName, ExamplePlan.ListedNumber, "the listed person")),
    ];

    /// <summary>The service answers checks by now; what is there already stays.</summary>
    public async Task Add()
    {
        var link = new LinkIdentity(
            Listed, IdentifiedBy.Document, OtherName, IdentifiedBy.NameOnly, LinkKind.OtherName, "户籍档案载明曾用名 (演示)", DemoClients.CaseOfficer);
        await Add(Listed.Value, Person.Stream, LinkIdentity.Decide(Person.Initial, link), link.By, vault.Seal(OtherName, DemoPersons.Identity("吴某乙", null)));
        foreach (var (check, question) in Questions)
        {
            if (!await recorded.Has(check))
            {
                await Ask(check, question);
            }
        }

        var finding = new RecordDetermination(
            Finding, Check, ApplicantIndex: 0, new ListingId(Fixed(17)), ApplicantId: null, Domain.Determinations.Finding.DifferentPerson,
            DocumentMatched: false, "户籍地不同 (演示)", Clerk);
        await Add(Finding.Value, Determination.Stream, RecordDetermination.Decide(Determination.Initial, finding), finding.By, []);
        await AddNotice();
    }

    /// <summary>As if the listing of 张三 had changed what the check was answered.</summary>
    private async Task AddNotice()
    {
        var cause = (await log.Load(Fixed(16))).Events[^1];
        var notice = new OpenCallerNotice(
            new CallerNoticeId(Fixed(71)), Clerk, cause.Id, cause.Position, RegionCode.Parse("150602").Value!, Checks: 1, WrongRefusals: 1, WrongClearances: 0, Acknowledge: null);
        await Add(notice.Id.Value, CallerNotice.Stream, OpenCallerNotice.Decide(CallerNotice.Initial, notice), Clerk, []);
        var task = new OpenReexamination(new ReexaminationId(Fixed(72)), Check, notice.Id, Clerk, notice.Region, Until: null);
        await Add(task.Id.Value, Reexamination.Stream, OpenReexamination.Decide(Reexamination.Initial, task), Clerk, []);
    }

    private async Task Add<TState>(Guid id, StreamKind<TState> kind, Outcome outcome, ClerkId by, IReadOnlyList<SideRow> sideRows)
    {
        if ((await log.Load(id)).Version == 0)
        {
            await log.Append(new AppendRequest(
                [new StreamAppend(id, kind.Type, 0, [.. outcome.Facts().Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])], by.Value)
            {
                SideRows = sideRows,
            });
        }
    }

    private async Task Ask(Guid check, DemoQuestion asked)
    {
        var request = JsonSerializer.Deserialize<EligibilityCheckRequest>(asked.Body, EdgeJson.Options)!;
        var question = request.Read(new FieldErrors(), DemoPlan.Today)!;
        var body = Encoding.UTF8.GetBytes(asked.Body);
        var sealedQuestion = vault.SealBlob(body, check.ToByteArray());
        await checks.Ask(new PendingCheck(
            check, Clerk.Value, question, sealedQuestion, subjects.IdentitiesOf(question), Key: null, RequestMac: null, AskedAbout.Commit(question, body)));
    }
}

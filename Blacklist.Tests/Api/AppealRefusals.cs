using System.Net;

namespace Blacklist.Tests.Api;

/// <summary>How each refusal of an appeal's command is met over HTTP; <see cref="RefusalTests"/> goes these ways.</summary>
internal static class AppealRefusals
{
    private const string Name = "吴用";
    private const string LongAgo = "2026-01-05";
    private const string Ahead = "2026-11-30";

    public static readonly Dictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>> Ways = new()
    {
        ["FileAppeal no_notice_to_answer"] = (node, story) => File(node, story.Listed(Name, null), "statement"),
        ["FileAppeal no_listing_to_contest"] = (node, story) => File(node, story.Noticed(Name, null), "objection"),
        ["FileAppeal appeal_before_notice"] = (node, story) => File(node, story.Noticed(Name, null), "statement", LongAgo),
        ["FileAppeal appeal_before_decision"] = (node, story) => File(node, story.Listed(Name, null), "objection", LongAgo),
        ["FileAppeal appeal_in_future"] = (node, story) => File(node, story.Listed(Name, null), "objection", Ahead),

        ["AdmitAppeal appeal_not_waiting"] = (node, _) => Then(node, appeals => appeals.Rejected, (appeals, id) => appeals.Admit(id)),
        ["AdmitAppeal admission_before_receipt"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Admit(id, LongAgo)),
        ["AdmitAppeal admission_in_future"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Admit(id, Ahead)),

        ["RejectAppeal appeal_not_waiting"] = (node, _) => Then(node, appeals => appeals.Admitted, (appeals, id) => appeals.Reject(id)),
        ["RejectAppeal rejecter_took_part_in_listing"] = async (node, story) =>
        {
            var everything = node.As(ApiClientSamples.Everything);
            var listing = await story.Noticed(Name, null, by: everything);
            (await story.Decide(listing)).ShouldBe(HttpStatusCode.OK);
            return await new AppealStory(node).Reject(await new AppealStory(node).Filed(listing), by: everything);
        },
        ["RejectAppeal rejection_before_receipt"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Reject(id, LongAgo)),
        ["RejectAppeal rejection_in_future"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Reject(id, Ahead)),

        ["AssignAppeal appeal_not_pending"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Assign(id)),
        ["AssignAppeal assignee_took_part_in_listing"] = (node, _) =>
            Then(node, appeals => appeals.Admitted, (appeals, id) => appeals.Assign(id, to: ApiClientSamples.Approver.Id)),

        ["RecordAppealEvidence appeal_closed"] = (node, _) => Then(node, appeals => appeals.Rejected, (appeals, id) => appeals.Put(id)),
        ["RecordAppealEvidence evidence_in_future"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Put(id, Ahead)),

        ["ScheduleHearing appeal_not_assigned"] = (node, _) => Then(node, appeals => appeals.Admitted, (appeals, id) => appeals.Invite(id)),
        ["ScheduleHearing appeal_assigned_to_another"] = (node, _) =>
            Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Invite(id, by: node.As(ApiClientSamples.SecondAppealsAdministrator))),
        ["ScheduleHearing hearing_too_soon"] = (node, _) => Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Invite(id, "2026-12-01")),

        ["RecordHearing hearing_not_scheduled"] = (node, _) => Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Hear(id)),
        ["RecordHearing hearing_in_future"] = (node, _) => Then(node, appeals => appeals.Invited, (appeals, id) => appeals.Hear(id)),

        ["DecideAppeal appeal_not_assigned"] = (node, _) => Then(node, appeals => appeals.Admitted, (appeals, id) => appeals.Decide(id)),
        ["DecideAppeal appeal_assigned_to_another"] = (node, _) =>
            Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Decide(id, by: node.As(ApiClientSamples.SecondAppealsAdministrator))),
        ["DecideAppeal decider_took_part_in_listing"] = async (node, story) =>
        {
            var (appeals, everything) = (new AppealStory(node), node.As(ApiClientSamples.Everything));
            var listing = await story.Noticed(Name, null);
            var appeal = (await appeals.File(listing, "statement", on: "2026-03-10"))["id"]!;
            (await appeals.Admit(appeal)).ShouldBe(HttpStatusCode.OK);
            (await appeals.Assign(appeal, to: ApiClientSamples.Everything.Id)).ShouldBe(HttpStatusCode.OK);
            (await story.Decide(listing, by: everything)).ShouldBe(HttpStatusCode.OK);
            return await appeals.Decide(appeal, "maintain", by: everything);
        },
        ["DecideAppeal hearing_not_recorded"] = (node, _) => Then(node, appeals => appeals.Invited, (appeals, id) => appeals.Decide(id)),
        ["DecideAppeal remedy_not_of_this_kind"] = (node, _) => Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Decide(id, "repair")),
        ["DecideAppeal terms_only_with_variation"] = (node, _) =>
            Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Decide(id, endsOn: "2027-03-02")),
        ["DecideAppeal decision_before_admission"] = (node, _) => Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Decide(id, on: LongAgo)),
        ["DecideAppeal decision_before_hearing"] = async (_, _) =>
        {
            await using var later = await RegistryNode.Start();
            return await Then(later, appeals => appeals.Invited, async (appeals, id) =>
            {
                later.Clock.Now = RegistryNode.Today.AddDays(30);
                (await appeals.Hear(id)).ShouldBe(HttpStatusCode.OK);
                return await appeals.Decide(id);
            });
        },
        ["DecideAppeal decision_in_future"] = (node, _) => Then(node, appeals => appeals.Assigned, (appeals, id) => appeals.Decide(id, on: Ahead)),

        ["WithdrawAppeal appeal_closed"] = (node, _) => Then(node, appeals => appeals.Rejected, (appeals, id) => appeals.Withdraw(id)),
        ["WithdrawAppeal withdrawal_before_receipt"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Withdraw(id, LongAgo)),
        ["WithdrawAppeal withdrawal_in_future"] = (node, _) => Then(node, appeals => appeals.Filed, (appeals, id) => appeals.Withdraw(id, Ahead)),
    };

    private static async Task<ApiAnswer> File(RegistryNode node, Task<string> listing, string kind, string on = "2026-11-16") =>
        await new AppealStory(node).File(await listing, kind, on);

    /// <summary>An objection that has come so far, and one step more.</summary>
    private static async Task<ApiAnswer> Then(
        RegistryNode node, Func<AppealStory, Func<string, Task<string>>> until, Func<AppealStory, string, Task<ApiAnswer>> step)
    {
        var appeals = new AppealStory(node);
        return await step(appeals, await until(appeals)(await appeals.Story.Listed(Name, null)));
    }
}

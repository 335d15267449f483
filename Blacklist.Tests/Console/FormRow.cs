using System.Net;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Eligibility;

namespace Blacklist.Tests.ConsolePages;

/// <summary>A command's page: on what it is done, and with which answers.</summary>
internal sealed record FormRow(string Path, Func<FormStory, Task<string>> Address, params (string Name, string Value)[] Answers)
{
    private const string Organization = "/console/organizations/{id:guid}";
    private const string Disposition = Organization + "/dispositions/{dispositionId:guid}";
    private const string Listing = "/console/listings/{id:guid}";
    private const string Appeal = "/console/appeals/{id:guid}";

    private static readonly (string, string)[] Why = [("documentNumber", "鄂民变字〔2026〕1号"), ("reason", "复核")];

    public ApiClient Who { get; init; } = ApiClientSamples.Everything;

    /// <summary>Where the state does not allow it; null where it always does, or where doing it once more is no mistake.</summary>
    public Func<FormStory, Task<string>>? Wrong { get; init; }

    /// <summary>Sent twice it is refused, and nothing more is done; otherwise it is done as it was done before.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Nothing in it must be filled in.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>What the page shows once, instead of leading on.</summary>
    public string? Shows { get; init; }

    /// <summary>A day on which it can be done; null for today.</summary>
    public DateTimeOffset? On { get; init; }

    public static IReadOnlyList<FormRow> All { get; } =
    [
        new("/console/organizations/record", _ => Task.FromResult("/console/organizations/record"), ("name", "某某诗社"), ("region", "150602"), ("unlawfulKind", "unregistered")),
        new(Organization + "/disposition", async story => $"/console/organizations/{await story.Cases.RecordOrganization()}/disposition",
            ("kind", "banned"), ("documentNumber", "鄂民取字〔2026〕7号"), ("decidedOn", "2026-03-02"), ("authority", "鄂尔多斯市民政局")),
        new(Disposition + "/publication", async story => await story.Decision() + "/publication", ("documentNumber", "鄂民告〔2026〕9号"), ("publishedOn", "2026-03-09")),
        new(Disposition + "/withdrawal-demand", async story => await story.Published() + "/withdrawal-demand",
            ("documentNumber", "鄂民变字〔2026〕9号"), ("changedOn", "2026-06-01"), ("reason", "名称有误"))
        {
            Wrong = async story => await story.Decision() + "/withdrawal-demand",
        },
        new(Disposition + "/withdrawal", async story => await story.Published() + "/withdrawal", ("withdrawnOn", "2026-06-03"), ("reasons", "名称有误"))
        {
            Wrong = async story => await story.Decision() + "/withdrawal",
        },
        new(Disposition + "/annulment", async story => await story.Decision() + "/annulment",
            ("documentNumber", "鄂行复〔2026〕9号"), ("annulledOn", "2026-06-05"), ("reason", "复议撤销")),
        new(Organization + "/persons/{personId:guid}/listing", story => story.NamedPerson(), ("facts", "决定书载明其为负责人"), ("grounds", "系直接责任人")) { MayBeEmpty = true },

        new(Listing + "/notice", story => story.OfListing(story.Proposed(), "notice"), ("servedOn", "2026-03-09"), ("method", "direct"), ("proof", "送达回证1号"))
        {
            Wrong = story => story.OfListing(story.Listed(), "notice"),
        },
        new(Listing + "/service-attempts", story => story.OfListing(story.Proposed(), "service-attempts"),
            ("attemptedOn", "2026-03-06"), ("failure", "refused"), ("proof", "情况说明1号"))
        {
            Wrong = story => story.OfListing(story.Listed(), "service-attempts"),
        },
        new(Listing + "/statement", story => story.OfListing(story.Noticed(), "statement"), ("kind", "waived"), ("receivedOn", "2026-03-10"), ("document", "放弃声明1号"))
        {
            Wrong = story => story.OfListing(story.Proposed(), "statement"),
        },
        new(Listing + "/decision", story => story.OfListing(story.Noticed(), "decision"),
            ("decision", "enter"), ("documentNumber", "鄂民列字〔2026〕1号"), ("decidedOn", "2026-03-17"), ("reasons", "事实清楚")) { Who = ApiClientSamples.Approver },
        new(Listing + "/appeal", story => story.OfListing(story.Listed(), "appeal"),
            ("kind", "objection"), ("channel", "inPerson"), ("receivedOn", "2026-11-16"), ("document", "异议申请书1号"))
        {
            Wrong = story => story.OfListing(story.Noticed(), "appeal"),
        },
        new(Listing + "/suspension", story => story.OfListing(story.Listed(), "suspension"), [("from", "2026-11-01"), .. Why])
        {
            Wrong = story => story.OfListing(story.Noticed(), "suspension"),
        },
        new(Listing + "/suspension/end", story => story.OfListing(story.Suspended(), "suspension/end"), [("resumedOn", "2026-11-10"), .. Why])
        {
            Wrong = story => story.OfListing(story.Noticed(), "suspension/end"),
        },
        new(Listing + "/variation", story => story.OfListing(story.Listed(), "variation"), [("effectiveOn", "2026-11-11"), ("endsOn", "2028-11-15"), .. Why])
        {
            Wrong = story => story.OfListing(story.Noticed(), "variation"),
        },
        new(Listing + "/waiver", story => story.OfListing(story.Listed(), "waiver"), [("organizations", "东胜区老年书画协会"), ("from", "2026-11-11"), .. Why])
        {
            Wrong = story => story.OfListing(story.Noticed(), "waiver"),
        },
        new(Listing + "/waivers/{waiverId:guid}/withdrawal", story => story.OfWaiver(), [("withdrawnOn", "2026-11-20"), .. Why]),
        new(Listing + "/repair", story => story.OfListing(story.Listed(), "repair"), [("repairedOn", "2026-11-20"), .. Why])
        {
            Wrong = story => story.OfListing(story.Noticed(), "repair"),
        },
        new(Listing + "/annulment", story => story.OfListing(story.Listed(), "annulment"), ("documentNumber", "鄂民撤字〔2026〕1号"), ("annulledOn", "2026-06-01"), ("reason", "认定有误"))
        {
            Wrong = story => story.OfListing(story.Noticed(), "annulment"),
        },
        new(Listing + "/identities", story => story.OfListing(story.Listed(), "identities"), ("kind", "otherName"), ("name", "某别名"), ("reason", "户籍档案")),
        new(Listing + "/identities/{identityId:guid}/removal", story => story.OfIdentity(), ("reason", "经核对为他人姓名")),
        new(Listing + "/same-person", story => story.OfListing(story.Listed(), "same-person"), ("listingId", FormStory.OtherListing), ("reason", "照片一致")),

        new(Appeal + "/admission", story => story.OfAppeal(story.Appeals.Filed, "admission"), ("admittedOn", "2026-11-17"))
        {
            Wrong = story => story.OfAppeal(story.Appeals.Rejected, "admission"),
        },
        new(Appeal + "/rejection", story => story.OfAppeal(story.Appeals.Filed, "rejection"),
            ("rejectedOn", "2026-11-17"), ("documentNumber", "鄂民不受字〔2026〕1号"), ("reason", "已作处理"))
        {
            Wrong = story => story.OfAppeal(story.Appeals.Assigned, "rejection"),
        },
        new(Appeal + "/assignment", story => story.OfAppeal(story.Appeals.Admitted, "assignment"), ("assignedTo", ApiClientSamples.AppealsAdministrator.Id))
        {
            Wrong = story => story.OfAppeal(story.Appeals.Filed, "assignment"),
        },
        new(Appeal + "/evidence", story => story.OfAppeal(story.Appeals.Assigned, "evidence"),
            ("title", "离任证明"), ("reference", "异议卷第3页"), ("from", "person"), ("receivedOn", "2026-11-18"))
        {
            Wrong = story => story.OfAppeal(story.Appeals.Rejected, "evidence"),
        },
        new(Appeal + "/hearing", story => story.OfAppeal(story.Appeals.Assigned, "hearing"),
            ("heldOn", "2026-12-15"), ("place", "听证室"), ("documentNumber", "鄂民听字〔2026〕1号")) { Who = ApiClientSamples.AppealsAdministrator, Wrong = story => story.OfAppeal(story.Appeals.Filed, "hearing") },
        new(Appeal + "/hearing/record", story => story.OfAppeal(story.Appeals.Invited, "hearing/record"),
            ("heldOn", "2026-12-15"), ("attended", "true"), ("record", "听证笔录1号")) { Who = ApiClientSamples.AppealsAdministrator, On = new(2026, 12, 15, 8, 0, 0, TimeSpan.Zero), Wrong = story => story.OfAppeal(story.Appeals.Assigned, "hearing/record") },
        new(Appeal + "/decision", story => story.OfAppeal(story.Appeals.Assigned, "decision"),
            ("remedy", "annul"), ("documentNumber", "鄂民申决字〔2026〕1号"), ("decidedOn", "2026-11-20"), ("reasons", "经核实")) { Who = ApiClientSamples.AppealsAdministrator, Wrong = story => story.OfAppeal(story.Appeals.Filed, "decision") },
        new(Appeal + "/withdrawal", story => story.OfAppeal(story.Appeals.Filed, "withdrawal"),
            ("withdrawnOn", "2026-11-18"), ("document", "撤回申请书1号"), ("reason", "当事人自愿撤回"))
        {
            Wrong = story => story.OfAppeal(story.Appeals.Rejected, "withdrawal"),
        },

        new("/console/check/{id:guid}/determination", story => story.OfReview(), ("finding", "differentPerson"), ("reason", "比对了户籍材料")) { Who = ApiClientSamples.Clerk },
        new("/console/notices/{id:guid}/acknowledgement", story => story.OfNotice(), ("remark", "已通知经办窗口复核")) { Who = ApiClientSamples.Clerk, MayBeEmpty = true },
        new("/console/reexaminations/{id:guid}/completion", story => story.OfReexamination(), ("outcome", "refusalWithdrawn"), ("reason", "准予登记")) { Who = ApiClientSamples.Clerk },
        new(Listing + "/unmasking", story => story.OfListing(story.Listed(), "unmasking"), ("purpose", "verification"), ("reason", "核对身份")) { Shows = "700000" },
        .. AdministrationForms.All,
    ];
}

/// <summary>What each form needs before it can be filled in.</summary>
internal sealed class FormStory(RegistryNode node)
{
    /// <summary>Stands for the number of another listing, which the story makes.</summary>
    public const string OtherListing = "{other listing}";

    private int _persons = 700;

    public Story Cases => node.Story;

    public AppealStory Appeals { get; } = new(node);

    public AdministrationStory Administration { get; } = new(node);

    public Task<string> Proposed() => Cases.Proposed("某甲", Number());

    public Task<string> Noticed() => Cases.Noticed("某乙", Number());

    public Task<string> Listed() => Cases.Listed("某丙", Number());

    public async Task<string> Suspended()
    {
        var listing = await Listed();
        (await Cases.Suspend(listing)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }

    public async Task<string> OfListing(Task<string> listing, string task) => $"/console/listings/{await listing}/{task}";

    public async Task<string> OfAppeal(Func<string, Task<string>> stage, string task) => $"/console/appeals/{await stage(await Listed())}/{task}";

    public async Task<string> Decision()
    {
        var organization = await Cases.RecordOrganization();
        return $"/console/organizations/{organization}/dispositions/{(await Cases.Dispose(organization, Story.ABan())).ShouldBe(HttpStatusCode.Created)["dispositionId"]}";
    }

    public async Task<string> Published()
    {
        var decision = await Decision();
        (await Cases.Publish(decision.Split('/')[3], decision.Split('/')[5])).ShouldBe(HttpStatusCode.OK);
        return decision;
    }

    public async Task<string> NamedPerson()
    {
        var organization = await Cases.RecordOrganization();
        return $"/console/organizations/{organization}/persons/{(await Cases.Ban(organization, Story.APerson("某丁", null)))[0]}/listing";
    }

    public async Task<string> OfWaiver()
    {
        var listing = await Listed();
        return $"/console/listings/{listing}/waivers/{(await Cases.Waive(listing, "东胜区老年书画协会")).ShouldBe(HttpStatusCode.OK)["waiverId"]}/withdrawal";
    }

    public async Task<string> OfIdentity()
    {
        var listing = await Listed();
        return $"/console/listings/{listing}/identities/{await Cases.Link(listing, "otherName", "某别名")}/removal";
    }

    public async Task<string> OfReview()
    {
        var listing = await Cases.Listed("欧阳待认", null);
        var number = (await Cases.Officer.Get($"{Story.Listings}/{listing}"))["number"]!;
        return $"/console/check/{(await Cases.Check("欧阳待认", Number()))["checkId"]}/determination?applicant=0&listing={number}";
    }

    public async Task<string> OfNotice()
    {
        await WronglyRefused();
        return $"/console/notices/{await Newest("/api/v1/notices?acknowledged=false")}/acknowledgement";
    }

    public async Task<string> OfReexamination()
    {
        await WronglyRefused();
        return $"/console/reexaminations/{await Newest("/api/v1/reexaminations?completed=false")}/completion";
    }

    /// <summary>Answers in which a number of the story stands by its name.</summary>
    public async Task<(string Name, string Value)[]> Filled((string Name, string Value)[] answers)
    {
        if (!answers.Any(answer => answer.Value == OtherListing))
        {
            return answers;
        }

        var number = (await Cases.Officer.Get($"{Story.Listings}/{await Listed()}"))["number"]!;
        return [.. answers.Select(answer => answer.Value == OtherListing ? (answer.Name, number) : answer)];
    }

    private async Task WronglyRefused()
    {
        var number = Number();
        var listing = await Cases.Listed("吴后知", number);
        (await Cases.Check("吴后知", number)).Verdict().ShouldBe("restricted");
        (await Cases.Annul(listing)).ShouldBe(HttpStatusCode.OK);
        await EffectsTurns.Finish(node);
    }

    private async Task<string> Newest(string list) => (await Cases.Clerk.Get(list)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray()[^1]!["id"]!.ToString();

    private string Number() => ResidentIds.Of(_persons++);
}

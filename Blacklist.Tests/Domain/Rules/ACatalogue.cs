using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;

namespace Blacklist.Tests.Domain.Rules;

/// <summary>One rule that somebody drafts and somebody else adopts.</summary>
internal static class ACatalogue
{
    public static readonly ClerkId Drafter = new("administrator-1");
    public static readonly ClerkId Second = new("administrator-2");
    public static readonly Guid DraftId = new("0199c0de-0000-7000-8000-000000000001");
    public static readonly Guid OtherDraftId = new("0199c0de-0000-7000-8000-000000000002");

    public static readonly Rule TheRule = ACase.TheRule;
    public static readonly Rule Changed = TheRule with { Effect = Effect.Review };

    public static readonly RuleDrafted Drafted = new(DraftId, TheRule, "新规则", Drafter);
    public static readonly RuleAdopted Adopted = new(TheRule, Second);
    public static readonly RuleAdopted Shipped = new(TheRule, ClerkId.ReferenceData);
    public static readonly RuleRetired Retired = new(TheRule.Id, "废止", Second);
    public static readonly RuleDraftDiscarded Discarded = new(DraftId, "有误", Second);
    public static readonly PolicyDocumentReviewOrdered ReviewOrdered = new("函1号", "审查", Second);
    public static readonly PolicyDocumentReviewEnded ReviewEnded = new("函2号", "审查通过", Second);

    public static Scenario<RuleCatalogue> Given(params IEvent[] facts) => Scenario<RuleCatalogue>.Given(RuleCatalogue.Initial, RuleCatalogue.Evolve, facts);

    public static RuleCatalogue After(params IEvent[] facts) => facts.Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve);
}

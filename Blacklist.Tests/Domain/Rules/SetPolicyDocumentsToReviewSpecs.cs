using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

public sealed class SetPolicyDocumentsToReviewSpecs
{
    private static readonly SetPolicyDocumentsToReview Order = new("函1号", "审查", Second);

    [Fact]
    public void One_act_sets_them_all() => Given(Adopted).When(c => SetPolicyDocumentsToReview.Decide(c, Order)).Then(ReviewOrdered);

    [Fact]
    public void Ordering_twice_changes_nothing() => Given(Adopted, ReviewOrdered).When(c => SetPolicyDocumentsToReview.Decide(c, Order)).Then();

    [Fact]
    public void From_then_on_a_policy_document_asks_for_a_human_where_it_restricted() =>
        ACase.Ask(rules: After(Adopted, ReviewOrdered)).ShouldBeReview(ReasonCode.PolicyDocumentUnderReview);

    [Fact]
    public void A_policy_document_that_is_adopted_meanwhile_is_no_exception() =>
        ACase.Ask(rules: After(ReviewOrdered, Adopted)).ShouldBeReview(ReasonCode.PolicyDocumentUnderReview);

    [Fact]
    public void Higher_ranks_go_on_to_restrict()
    {
        var law = new RuleAdopted(TheRule with { Id = "law", Level = IssuerLevel.Law }, Second);
        var answer = ACase.Ask(rules: After(Adopted, law, ReviewOrdered));
        answer.Verdict.ShouldBe(Verdict.Restricted);
        answer.Reasons.Select(reason => reason.Code).ShouldBe([ReasonCode.ListingInForce, ReasonCode.PolicyDocumentUnderReview]);
    }

    [Fact]
    public void The_row_itself_stays_as_it_was_adopted() => After(Adopted, ReviewOrdered).Rules.ShouldBe([TheRule]);
}

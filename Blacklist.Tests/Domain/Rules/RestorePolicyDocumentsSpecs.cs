using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

public sealed class RestorePolicyDocumentsSpecs
{
    private static readonly RestorePolicyDocuments Restore = new("函2号", "审查通过", Second);

    [Fact]
    public void They_have_their_effect_again()
    {
        Given(Adopted, ReviewOrdered).When(c => RestorePolicyDocuments.Decide(c, Restore)).Then(ReviewEnded);
        ACase.Ask(rules: After(Adopted, ReviewOrdered, ReviewEnded)).Verdict.ShouldBe(Verdict.Restricted);
    }

    [Fact]
    public void Restoring_what_was_not_set_to_review_changes_nothing() => Given(Adopted).When(c => RestorePolicyDocuments.Decide(c, Restore)).Then();
}

using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility;

/// <summary>Answers a question from memory, as of the position the index has applied.</summary>
internal sealed class CheckEvaluator(EligibilityIndex index, RegionCatalogue regions, TimeProvider time)
{
    public EvaluatedCheck Evaluate(PendingCheck check)
    {
        // The position is read before the entries: see EligibilityIndex.
        var position = index.Position;
        var listings = index.Now;
        var now = time.GetUtcNow();
        var answer = EligibilityCheck.Answer(
            check.Question, listings.Possible, index.KnownNames(check.Question.Organization.Name), index.Rules, regions, LegalDate.At(now), listings.NamesakesOf);
        return new EvaluatedCheck(position, now, answer.Verdict, AnswerJson.Write(check.Id, now, position, answer, check.Tier));
    }
}

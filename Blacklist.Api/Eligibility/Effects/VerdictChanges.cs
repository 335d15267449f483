using System.Text.Json;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Asks recorded checks again as of an event, and says which verdicts are no longer what stood until then.</summary>
internal sealed class VerdictChanges(EffectsRecord record, StoredQuestions questions)
{
    /// <param name="reading">Reaches the event.</param>
    /// <param name="noticeOf">The notice that tells of a check.</param>
    /// <param name="toldBefore">What is told but not stored yet; this is added to it.</param>
    public async Task<JudgedAgain> By(
        EventEnvelope cause, PastReading reading, IReadOnlyList<AskedApplicant> applicants, Func<AskedCheck, CallerNoticeId> noticeOf,
        Dictionary<AskedApplicant, VerdictPair>? toldBefore = null)
    {
        var today = LegalDate.At(cause.RecordedAt);
        var checks = await record.Asked(applicants.Select(applicant => applicant.Check));
        var recordedAnswers = await record.Answers(checks.Keys);
        var told = await record.Told(checks.Keys, cause.Position);
        var asked = applicants.GroupBy(applicant => applicant.Check, applicant => applicant.Place)
            .Select(group => Read(checks[group.Key], recordedAnswers[group.Key], [.. group])).OfType<AskedAgain>().ToList();
        var answers = await reading.Answer(
            [.. asked.SelectMany(check => new[] { check.OwnDay, today }.Select(day => new PastQuestion(check.Question, cause.Position, day)))]);
        List<(DueNotice Notice, AffectedCheck Affected)> affected =
        [
            .. from found in asked.Zip(answers.Chunk(2))
               from place in Enumerable.Range(0, found.First.Places.Count)
               let check = found.First
               let applicant = new AskedApplicant(check.Check.Id, check.Places[place])
               let recorded = check.Recorded[applicant.Place]
               let before = toldBefore?.TryGetValue(applicant, out var unstored) == true ? unstored
                   : told.TryGetValue(applicant, out var last) ? last.After : new VerdictPair(recorded, recorded)
               let after = new VerdictPair(found.Second[0].Applicants[place].Verdict, found.Second[1].Applicants[place].Verdict)
               where before != after && !(told.TryGetValue(applicant, out var done) && done.Cause == cause.Position) // gone through again: it is told
               let notice = new DueNotice(noticeOf(check.Check), cause.Position, cause.Id, new ClerkId(check.Check.Client))
               select (notice, new AffectedCheck(applicant, notice.Id, notice.Caller, check.Check.Region, recorded, before, after)),
        ];
        foreach (var (_, change) in toldBefore is null ? [] : affected)
        {
            toldBefore![change.Applicant] = change.After;
        }

        return new JudgedAgain(affected, [.. checks.Keys.Where(questions.IsAside)]);
    }

    /// <returns>Null when the question cannot be read.</returns>
    private AskedAgain? Read(AskedCheck check, byte[] recorded, IReadOnlyList<short> places)
    {
        if (questions.Question(check) is not { } question)
        {
            return null;
        }

        using var answer = JsonDocument.Parse(recorded);
        return new AskedAgain(
            check, places, question with { Applicants = [.. places.Select(place => question.Applicants[place])] },
            answer.RootElement.GetProperty("effectiveOn").Deserialize<DateOnly>(),
            [.. answer.RootElement.GetProperty("applicants").EnumerateArray().Select(applicant => EnumWords.Read<Verdict>(applicant.GetProperty("verdict").GetString()!))]);
    }

    private sealed record AskedAgain(
        AskedCheck Check, IReadOnlyList<short> Places, EligibilityQuestion Question, DateOnly OwnDay, IReadOnlyList<Verdict> Recorded);
}

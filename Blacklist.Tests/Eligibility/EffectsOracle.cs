using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Tests.Eligibility;

/// <summary>What the work on effects must come to, found the long way: every check is asked again at every event after it.</summary>
internal static class EffectsOracle
{
    public static async Task<IReadOnlyList<AffectedRow>> Expected(TestDatabase database, RegistryNode node)
    {
        var log = node.Service<EventStore>();
        var events = await log.ReadAfter(0, int.MaxValue);
        var checks = await RecordedChecks.Read(database.App, node.Service<IdentityVault>());
        var reading = await node.Service<RegistryPast>().Open(events[^1].Position);
        var rows = new List<AffectedRow>();
        foreach (var check in checks)
        {
            var stands = check.Answer["applicants"]!.AsArray().Select(applicant => Word(applicant!["verdict"]!.ToString())).Select(verdict => (Own: verdict, Today: verdict)).ToArray();
            var recorded = stands.Select(pair => pair.Own).ToArray();
            foreach (var cause in events.Where(recorded => recorded.Position > check.Position && Bears(recorded)))
            {
                var days = new[] { check.EffectiveOn, LegalDate.At(cause.RecordedAt) };
                var answers = await reading.Answer([.. days.Select(day => new PastQuestion(check.Question, cause.Position, day))]);
                for (var place = 0; place < stands.Length; place++)
                {
                    var now = (Own: answers[0].Applicants[place].Verdict, Today: answers[1].Applicants[place].Verdict);
                    if (now != stands[place])
                    {
                        rows.Add(new AffectedRow(cause.Position, check.Id, place, recorded[place], stands[place].Own, now.Own, stands[place].Today, now.Today));
                        stands[place] = now;
                    }
                }
            }
        }

        return [.. rows.OrderBy(row => row.Cause).ThenBy(row => row.Check.ToString()).ThenBy(row => row.Applicant)];
    }

    public static async Task<IReadOnlyList<AffectedRow>> Found(TestDatabase database)
    {
        await using var command = database.App.CreateCommand(
            "SELECT cause, check_id, applicant, recorded, own_before, own_after, today_before, today_after FROM registry.affected_checks ORDER BY cause, check_id, applicant");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<AffectedRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new AffectedRow(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetInt16(2), (Verdict)reader.GetInt16(3), (Verdict)reader.GetInt16(4),
                (Verdict)reader.GetInt16(5), (Verdict)reader.GetInt16(6), (Verdict)reader.GetInt16(7)));
        }

        return rows;
    }

    private static bool Bears(EventEnvelope recorded) => recorded.Data.GetType().Namespace is not ("Blacklist.Domain.CallerNotices" or "Blacklist.Domain.Reexaminations" or "Blacklist.Domain.Deadlines");

    private static Verdict Word(string verdict) => Enum.Parse<Verdict>(verdict, ignoreCase: true);
}

internal sealed record AffectedRow(
    long Cause, Guid Check, int Applicant, Verdict Recorded, Verdict OwnBefore, Verdict OwnAfter, Verdict TodayBefore, Verdict TodayAfter);

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Npgsql;

namespace Blacklist.Tests.Eligibility;

/// <summary>Every recorded check, asked again at its own position.</summary>
internal static class RecordedChecks
{
    public static async Task<IReadOnlyList<Recorded>> Read(NpgsqlDataSource database, IdentityVault vault)
    {
        await using var command = database.CreateCommand("SELECT id, log_position, answer, question FROM registry.eligibility_checks ORDER BY checked_at");
        await using var reader = await command.ExecuteReaderAsync();
        var checks = new List<Recorded>();
        while (await reader.ReadAsync())
        {
            var id = reader.GetGuid(0);
            var asked = JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(reader.GetFieldValue<byte[]>(3), id.ToByteArray()), EdgeJson.Options)!;
            checks.Add(new Recorded(id, reader.GetInt64(1), JsonNode.Parse(reader.GetFieldValue<byte[]>(2))!.AsObject(), asked));
        }

        return checks;
    }

    /// <summary>All in one reading: each of them must come out as it was recorded.</summary>
    public static async Task<int> ShouldBeAsTheyWereRecorded(NpgsqlDataSource database, IdentityVault vault, RegistryPast past)
    {
        var checks = await Read(database, vault);
        var reading = await past.Open(checks.Max(check => check.Position)); // another node may have answered the last of them
        var answers = await reading.Answer([.. checks.Select(check => new PastQuestion(check.Question, check.Position, check.EffectiveOn))]);
        foreach (var (check, answer) in checks.Zip(answers))
        {
            var tier = check.Answer["applicants"]!.AsArray().All(applicant => applicant!["reasons"] is null) ? DisclosureTier.Verdict : DisclosureTier.Grounds;
            Bare(Encoding.UTF8.GetString(AnswerJson.WriteAsOf(check.Position, answer, tier))).ShouldBe(Bare(check.Answer.ToJsonString()), $"check {check.Id} at {check.Position}");
        }

        return checks.Count;
    }

    /// <summary>Without what a check has and a reading has not.</summary>
    public static string Bare(string answer)
    {
        var json = JsonNode.Parse(answer)!.AsObject();
        foreach (var own in new[] { "checkId", "checkedAt", "receipt" })
        {
            json.Remove(own);
        }

        return json.ToJsonString();
    }
}

internal sealed record Recorded(Guid Id, long Position, JsonObject Answer, EligibilityCheckRequest Asked)
{
    public DateOnly EffectiveOn => DateOnly.Parse(Answer["effectiveOn"]!.ToString());

    public EligibilityQuestion Question { get; } = Asked.Read(new FieldErrors(), DateOnly.MaxValue)!;
}

using System.Text.Json;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Console.Check;

/// <summary>A check on record, question and answer beside each other.</summary>
/// <param name="Request">As it was asked.</param>
/// <param name="Reference">What the receipt's QR code holds; null for answers older than receipts.</param>
internal sealed record ShownCheck(
    EligibilityCheckRequest Request, EligibilityQuestion Question, EligibilityCheckResponse Answer, DateOnly? ReliableUntil, string? Reference, RecordedCheck Record)
{
    public Guid Id => Answer.CheckId;

    /// <summary>Each applicant with what was answered, in the order asked.</summary>
    public IEnumerable<(Applicant Asked, ApplicantResponse Answered)> Applicants => Question.Applicants.Zip(Answer.Applicants);
}

/// <summary>Opens checks for who asked for them or works in their region.</summary>
internal sealed class ShownChecks(AskedChecks asked, DisclosedStatements statements, IdentityVault vault)
{
    /// <returns>Null when there is none, or none that this caller may know of.</returns>
    public async Task<ShownCheck?> Find(Guid id, Caller caller, CancellationToken cancellation)
    {
        if (await asked.Find(id, caller, Permission.ReadChecks, cancellation) is not { } check)
        {
            return null;
        }

        var request = JsonSerializer.Deserialize<EligibilityCheckRequest>(vault.OpenBlob(check.Question, id.ToByteArray()), EdgeJson.Options)!;
        var answer = EligibilityCheckResponse.Read((await statements.Beside(check.Given, caller, cancellation)).Span);
        return new ShownCheck(
            request, request.Read(new FieldErrors(), DateOnly.MaxValue)!, answer, check.Given.Content.ReliableUntil, check.Given.Receipt?.Reference(), check);
    }
}

using System.Text.Json;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Reading;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Limits;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Console.Check;

/// <summary>Asks as the API does, in a form's own name.</summary>
internal sealed class CheckAsking(
    CheckLane lane, IdentityVault vault, SubjectKeys subjects, DisclosedStatements statements, OracleGuard guard, TimeProvider time)
{
    /// <param name="form">The form's own number: sent twice with the same content, it is one check.</param>
    public async Task<IResult> Ask(EligibilityCheckRequest request, Caller caller, Guid form)
    {
        var body = PageCommand.Body(request);
        return await AskCheckEndpoint.Handle(
                new QuestionBody(body.Value, body.Bytes), caller, PageCommand.Key(form, body), lane, vault, subjects, statements, guard, time)
            .ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // a page is not made in the thread that tells all callers
    }

    /// <summary>Under which the answer is on record.</summary>
    public static Guid IdOf(Answer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("checkId").GetGuid();
    }
}

using Blacklist.Api.Reference;

namespace Blacklist.Api.Letters.Writing;

/// <summary>How, where and until when a decision can be contested. Times and acts are those of the terms of procedure.</summary>
/// <param name="Authority">Where an objection goes.</param>
/// <param name="Admission">Within what an objection is admitted or rejected, and after that decided: <paramref name="Decision"/>.</param>
/// <param name="Reconsideration">Within what reconsideration is applied for, under <paramref name="ReconsiderationCite"/>.</param>
/// <param name="ReconsiderationAt">Null where the site names none; so is <paramref name="LitigationAt"/>.</param>
/// <param name="Litigation">Within what an action is brought, under <paramref name="LitigationCite"/>.</param>
internal sealed record ContestText(
    string Authority, string? Address, string? Phone, string Admission, string Decision,
    string Reconsideration, string ReconsiderationCite, string? ReconsiderationAt, string Litigation, string LitigationCite, string? LitigationAt)
{
    /// <param name="decidedBy">What the decision itself names as its authority: said where the site names none.</param>
    public static ContestText Of(Authority? known, string decidedBy, Procedure procedure) => new(
        known?.Name ?? decidedBy, known?.Address, known?.Phone, LetterWords.Length(procedure.AppealAdmission), LetterWords.Length(procedure.AppealDecision),
        LetterWords.Length(procedure.AppealWindow.Period), procedure.AppealWindow.Cite, known?.Reconsideration,
        LetterWords.Length(procedure.LitigationWindow.Period), procedure.LitigationWindow.Cite, known?.Court);
}

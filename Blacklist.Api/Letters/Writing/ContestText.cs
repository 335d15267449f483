using Blacklist.Api.Reference;

namespace Blacklist.Api.Letters.Writing;

/// <summary>How, where and until when a decision can be contested. The articles stand in the page <c>contest</c>, the times in the terms of procedure.</summary>
/// <param name="Authority">Where an objection goes.</param>
/// <param name="Admission">Within what an objection is admitted or rejected, and after that decided: <paramref name="Decision"/>.</param>
/// <param name="Reconsideration">Within what reconsideration is applied for.</param>
/// <param name="ReconsiderationAt">Null where the site names none; so is <paramref name="LitigationAt"/>.</param>
/// <param name="Litigation">Within what an action is brought.</param>
internal sealed record ContestText(
    string Authority, string? Address, string? Phone, string Admission, string Decision,
    string Reconsideration, string? ReconsiderationAt, string Litigation, string? LitigationAt)
{
    /// <param name="decidedBy">What the decision itself names as its authority: said where the site names none.</param>
    public static ContestText Of(Authority? known, string decidedBy, Procedure procedure) => new(
        known?.Name ?? decidedBy, known?.Address, known?.Phone, LetterWords.Length(procedure.AppealAdmission), LetterWords.Length(procedure.AppealDecision),
        LetterWords.Length(procedure.AppealWindow), known?.Reconsideration, LetterWords.Length(procedure.LitigationWindow), known?.Court);
}

namespace Blacklist.Domain.Matching;

/// <summary>Why two persons were taken for one, for possibly one, or for two.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Meaning">One English sentence; never contains personal data.</param>
public sealed record MatchReason(string Code, string Meaning)
{
    public static readonly MatchReason SameDocument = new("same_document", "A document number is the same.");
    public static readonly MatchReason DifferentDocument = new(
        "different_document", "Both have a lifelong number of the same kind and the numbers differ: two persons.");
    public static readonly MatchReason DocumentsConflict = new(
        "documents_conflict", "One document number is the same, another of the same kind differs.");
    public static readonly MatchReason PassportDiffers = new(
        "passport_differs", "The passport numbers differ, which proves nothing: they change at renewal.");
    public static readonly MatchReason NameIncompatible = new("name_incompatible", "The document number is the same, the name is another.");
    public static readonly MatchReason NameOnly = new("name_only", "The name matches and no document tells the two apart.");
    public static readonly MatchReason NameTooFar = new("name_too_far", "The name alone is too far from the one on file.");
    public static readonly MatchReason BirthDateAgrees = new("birth_date_agrees", "The birth dates are equal.");
    public static readonly MatchReason BirthDateDiffers = new("birth_date_differs", "The birth dates differ.");
    public static readonly MatchReason SexDiffers = new("sex_differs", "The sexes differ.");
    public static readonly MatchReason RegionAgrees = new("region_agrees", "The regions agree.");
}

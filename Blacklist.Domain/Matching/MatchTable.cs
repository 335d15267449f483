using Blacklist.Domain.Names;

namespace Blacklist.Domain.Matching;

/// <summary>How sure it is that two descriptions mean one person.</summary>
public enum Match
{
    /// <summary>Two persons, or nothing that speaks for one.</summary>
    None,

    /// <summary>A human has to look.</summary>
    Doubtful,

    /// <summary>One person: may restrict.</summary>
    Certain,
}

/// <summary>
/// From evidence to a match; <c>MatchTable.md</c> beside this file shows every cell.
/// A number outweighs a name, a name alone is never certain, and what contradicts counts as much as what agrees.
/// </summary>
public static class MatchTable
{
    public static (Match Match, IReadOnlyList<MatchReason> Reasons) Look(MatchEvidence evidence) => evidence.Documents switch
    {
        DocumentEvidence.Same => ByDocument(evidence),
        DocumentEvidence.Conflicting => (Match.Doubtful, [MatchReason.SameDocument, MatchReason.DocumentsConflict]),
        DocumentEvidence.Other => (Match.None, [MatchReason.DifferentDocument]),
        DocumentEvidence.Weak when ByName(evidence) is var (match, reasons) => (match, [MatchReason.PassportDiffers, .. reasons]),
        _ => ByName(evidence),
    };

    private static (Match, IReadOnlyList<MatchReason>) ByDocument(MatchEvidence evidence)
    {
        var doubts = Contradictions(evidence);
        if (!evidence.Name.IsCompatible())
            doubts.Insert(0, MatchReason.NameIncompatible);
        return (doubts.Count == 0 ? Match.Certain : Match.Doubtful, [MatchReason.SameDocument, .. doubts]);
    }

    private static (Match, IReadOnlyList<MatchReason>) ByName(MatchEvidence evidence)
    {
        if (evidence.Name == NameGrade.Different)
            return (Match.None, [MatchReason.NameTooFar]);
        if (Contradictions(evidence) is { Count: > 0 } contradictions)
            return (Match.None, contradictions);
        var supports = Supports(evidence);
        var enough = evidence.Name switch
        {
            NameGrade.SamePinyin => supports.Count > 0,
            NameGrade.OneCharacterApart => supports.Contains(MatchReason.BirthDateAgrees),
            _ => true,
        };
        return enough ? (Match.Doubtful, [MatchReason.NameOnly, .. supports]) : (Match.None, [MatchReason.NameTooFar]);
    }

    private static List<MatchReason> Contradictions(MatchEvidence evidence)
    {
        List<MatchReason> found = [];
        if (evidence.BirthDate == Agreement.Differs)
            found.Add(MatchReason.BirthDateDiffers);
        if (evidence.Sex == Agreement.Differs)
            found.Add(MatchReason.SexDiffers);
        return found;
    }

    private static List<MatchReason> Supports(MatchEvidence evidence)
    {
        List<MatchReason> found = [];
        if (evidence.BirthDate == Agreement.Agrees)
            found.Add(MatchReason.BirthDateAgrees);
        if (evidence.RegionAgrees)
            found.Add(MatchReason.RegionAgrees);
        return found;
    }
}

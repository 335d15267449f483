using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;

namespace Blacklist.Domain.Matching;

/// <summary>Whether an applicant is a listed person.</summary>
/// <param name="MatchedBy">The kind of document whose number is the same; null when there is none.</param>
/// <param name="Reasons">In the order a clerk reads them.</param>
public sealed record PersonMatch(Match Match, DocumentType? MatchedBy, NameMatch Name, IReadOnlyList<MatchReason> Reasons)
{
    /// <param name="regionAgrees">Another reason to believe that a name of the same sound means this person.</param>
    public static PersonMatch Of(PersonIdentity applicant, PersonIdentity listed, bool regionAgrees = false)
    {
        var name = NameComparison.Compare(applicant, listed);
        var documents = MatchEvidence.Of(applicant.Documents, listed.Documents);
        var toldApart = documents == DocumentEvidence.Other; // most are, and then nothing else counts
        var (match, reasons) = MatchTable.Look(new MatchEvidence(
            documents,
            name.Grade,
            toldApart ? Agreement.Unknown : MatchEvidence.OfBirth(applicant, listed),
            toldApart ? Agreement.Unknown : MatchEvidence.Of(applicant.KnownSexes, listed.KnownSexes),
            regionAgrees));
        return new PersonMatch(match, MatchingType(applicant, listed), name, reasons);
    }

    private static DocumentType? MatchingType(PersonIdentity applicant, PersonIdentity listed)
    {
        foreach (var document in applicant.Documents)
        {
            if (listed.Documents.Contains(document))
                return document.Type;
        }

        return null;
    }
}

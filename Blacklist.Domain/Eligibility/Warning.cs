using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Eligibility;

/// <summary>What looks wrong in what was given of an applicant; callers may branch on it. It changes no verdict and refuses nobody.</summary>
public enum Warning
{
    /// <summary>The document number begins with a region code that is in no list, current or retired.</summary>
    DocumentRegionUnknown,

    /// <summary>The birth date given is another than the one in the document number.</summary>
    BirthDateContradictsDocument,

    /// <summary>The sex given is another than the one in the document number.</summary>
    SexContradictsDocument,

    /// <summary>The document number ends in three zeros, as every one does that a spreadsheet kept as a number: it may be somebody else's.</summary>
    DocumentNumberMayBeRounded,
}

/// <summary>Looks at one applicant alone; what listings have to do with it is for <see cref="EligibilityCheck"/>.</summary>
internal static class Warnings
{
    public static IReadOnlyList<Warning> Of(PersonIdentity applicant, RegionCatalogue regions)
    {
        List<Warning> found = [];
        if (applicant.Documents.Any(document => document is ResidentId or ResidencePermit && !regions.Knows(RegionCode.Parse(document.RegionCode!).Value!)))
        {
            found.Add(Warning.DocumentRegionUnknown);
        }

        if (applicant.BirthDateContradictsDocument)
        {
            found.Add(Warning.BirthDateContradictsDocument);
        }

        if (applicant.SexContradictsDocument)
        {
            found.Add(Warning.SexContradictsDocument);
        }

        if (applicant.Documents.Any(document => document is ResidentId or ResidencePermit && document.Key.EndsWith("000", StringComparison.Ordinal)))
        {
            found.Add(Warning.DocumentNumberMayBeRounded);
        }

        return found;
    }
}

using System.Globalization;
using Blacklist.Api.Security.Limits;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility;

/// <summary>What the watch over guessing is told of a question: hashes of this process, and the day and region that a number tells.</summary>
internal static class GuessedAbout
{
    public static GuessedQuestion Of(EligibilityQuestion question) => new(
        Hash(question.ApplicationReference), question.Applicants.Count, [.. question.Applicants.SelectMany(Persons)]);

    private static IEnumerable<GuessedPerson> Persons(Applicant applicant)
    {
        var name = Hash(applicant.Identity.Name.Original);
        return applicant.Identity.Documents.Count == 0
            ? [new GuessedPerson(name, Number: null, Birthday: 0, Region: 0)]
            : applicant.Identity.Documents.Select(document => new GuessedPerson(
                name, Hash(document.Key), document.BirthDate?.DayNumber ?? 0,
                int.TryParse(document.RegionCode, NumberStyles.None, CultureInfo.InvariantCulture, out var region) ? region : 0));
    }

    private static int Hash(string text) => text.GetHashCode(StringComparison.Ordinal);
}

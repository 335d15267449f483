using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Letters;
using Blacklist.Api.Letters.Writing;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Lookups;

/// <summary>个人信息查询情况告知书: the report as a letter to the person.</summary>
internal sealed class DisclosureLetters(LetterWords words)
{
    private static readonly LetterTemplate Page = LetterTemplate.Load("disclosures");

    /// <param name="request">Reference of the person's request.</param>
    public Letter Write(DisclosureReport report, PersonIdentity person, string request, string authority, DateOnly on) => new(Page.Fill(new
    {
        Head = new LetterHead(words["letter.disclosures"], authority, LetterWords.Format("requestNumber", request), PersonText.Of(person, words), LetterWords.Day(on)),
        Request = request,
        Lookups = report.Lookups.Select(lookup => new
        {
            At = LetterWords.Day(LegalDate.At(lookup.At)),
            Department = lookup.Department.Length > 0 ? lookup.Department : words["unknownDepartment"],
            Act = LetterWords.Of(lookup.Kind),
            Purpose = lookup.Purpose is { } purpose && EnumWords.TryRead<CheckPurpose>(purpose, out var known) ? LetterWords.Of(known) : null,
            Application = lookup.ApplicationReference,
            lookup.Refused,
        }),
        Earlier = report.Complete ? null : (int?)report.Lookups.Count,
        report.Withheld,
    }));
}

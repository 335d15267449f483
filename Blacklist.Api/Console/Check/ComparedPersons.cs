using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;

namespace Blacklist.Api.Console.Check;

/// <summary>How two entries of one kind stand to each other.</summary>
internal enum Agreeing
{
    Same,
    Different,

    /// <summary>One side says nothing, so it tells nothing.</summary>
    OneSided,
}

/// <param name="Key">Of the row's words.</param>
internal sealed record ComparedRow(string Key, string Given, string Entry, Agreeing Agreeing);

/// <summary>
/// 核对: what the applicant gave and what the entry has, beside each other. Of the entry a clerk sees what coincides with what was given, and the
/// last four characters of a number; whether the rest is the same was compared unmasked.
/// </summary>
internal sealed record ComparedPersons(IReadOnlyList<ComparedRow> Rows, NameMatch Names)
{
    private const char Mask = '＊';

    public static ComparedPersons Of(Applicant applicant, PersonIdentity entry)
    {
        var given = applicant.Identity;
        var names = NameComparison.Compare(given, entry);
        return new ComparedPersons(
        [
            new ComparedRow(
                "name", given.Name.Original, Coinciding(entry.Name.Original, given.Name.Original), given.Name.Normal == entry.Name.Normal ? Agreeing.Same : Agreeing.Different),
            .. Enum.GetValues<DocumentType>().Select(type => Documents(type, given, entry)).OfType<ComparedRow>(),
            Compared("birthDate", given.KnownBirthDates, entry.KnownBirthDates, day => day.ToString("yyyy-MM-dd"), day => $"{day.Year}-{Mask}{Mask}-{Mask}{Mask}"),
            Compared("sex", given.KnownSexes, entry.KnownSexes, sex => sex.ToString(), sex => sex.ToString()),
        ], names);
    }

    private static ComparedRow? Documents(DocumentType type, PersonIdentity given, PersonIdentity entry)
    {
        var (ours, theirs) = (given.Documents.Where(one => one.Type == type).ToList(), entry.Documents.Where(one => one.Type == type).ToList());
        return ours.Count + theirs.Count == 0
            ? null
            : new ComparedRow(
                "documentType." + char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..],
                string.Join(' ', ours.Select(one => one.Masked)), string.Join(' ', theirs.Select(one => one.Masked)),
                Agreement(ours.Select(one => one.Key).ToList(), theirs.Select(one => one.Key).ToList()));
    }

    private static ComparedRow Compared<T>(string key, IEnumerable<T> given, IEnumerable<T> entry, Func<T, string> plain, Func<T, string> masked)
        where T : struct
    {
        var (ours, theirs) = (given.Distinct().ToList(), entry.Distinct().ToList());
        var agreement = Agreement(ours, theirs);
        return new ComparedRow(
            key, string.Join(' ', ours.Select(plain)), string.Join(' ', theirs.Select(agreement == Agreeing.Same ? plain : masked)), agreement);
    }

    private static Agreeing Agreement<T>(List<T> ours, List<T> theirs) =>
        ours.Count == 0 || theirs.Count == 0 ? Agreeing.OneSided : ours.Intersect(theirs).Any() ? Agreeing.Same : Agreeing.Different;

    private static string Coinciding(string entry, string given) => string.Concat(entry.Select(sign => given.Contains(sign, StringComparison.Ordinal) ? sign : Mask));
}

using Blacklist.Domain.Matching;

namespace Blacklist.Tests.Benchmarks.MatchingQuality;

/// <summary>What the matching makes of labelled pairs, per treatment.</summary>
internal sealed class QualityReport
{
    public required IReadOnlyList<Row> Rows { get; init; }

    internal sealed record Row(string Treatment, bool SamePerson, bool ByNumber, int Pairs, int Certain, int Doubtful, int None)
    {
        /// <summary>One person, and nobody would look.</summary>
        public int Missed => SamePerson ? None : 0;

        /// <summary>Two persons, and the one is refused for the other.</summary>
        public int WronglyBlocked => SamePerson ? 0 : Certain;
    }

    public static QualityReport Of(IEnumerable<LabelledPair> pairs) => new()
    {
        Rows =
        [
            .. from pair in pairs
               group PersonMatch.Of(pair.Applicant, pair.Listed).Match by (pair.Treatment, pair.SamePerson, pair.ByNumber) into matches
               select new Row(
                   matches.Key.Treatment,
                   matches.Key.SamePerson,
                   matches.Key.ByNumber,
                   matches.Count(),
                   matches.Count(match => match == Match.Certain),
                   matches.Count(match => match == Match.Doubtful),
                   matches.Count(match => match == Match.None)),
        ],
    };

    public void Write(TextWriter report)
    {
        report.WriteLine("| treatment | pairs | certain | review | no hit | missed | wrongly blocked |");
        report.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in Rows)
        {
            report.WriteLine(
                $"| {row.Treatment} | {row.Pairs:N0} | {row.Certain:N0} | {row.Doubtful:N0} | {row.None:N0} | {row.Missed:N0} | {row.WronglyBlocked:N0} |");
        }
    }
}

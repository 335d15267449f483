using System.Diagnostics;
using Blacklist.Domain.Identity;
using Blacklist.Tests.Benchmarks.MatchingQuality;
using Xunit.Abstractions;

namespace Blacklist.Tests.Benchmarks;

/// <summary>
/// How well and how fast persons are recognized. Small in the suite; at full size, with the tables on the console:
/// <c>FULL_SIZE=1 dotnet test -c Release --filter MatchingBenchmarks --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class MatchingBenchmarks(ITestOutputHelper output)
{
    private static readonly bool FullSize = Environment.GetEnvironmentVariable("FULL_SIZE") == "1";

    [Fact]
    public void By_number_nobody_is_missed_and_nobody_wrongly_blocked_and_by_name_a_human_sees_the_true_pairs()
    {
        var report = QualityReport.Of(new LabelledPairs().Make(FullSize ? 240_000 : 2_400));
        Show(report.Write);

        report.Rows.Where(row => row.ByNumber).Sum(row => row.Missed).ShouldBe(0);
        report.Rows.Sum(row => row.WronglyBlocked).ShouldBe(0);
        report.Rows.Where(row => row is { SamePerson: true, ByNumber: false }).ShouldAllBe(row => row.Certain == 0);
        var byName = report.Rows.Where(row => row is { SamePerson: true, ByNumber: false }).ToList();
        (byName.Sum(row => row.Missed) / (double)byName.Sum(row => row.Pairs)).ShouldBeLessThan(0.005);
    }

    [Fact]
    public void Strangers_are_rarely_sent_to_a_human_when_entries_carry_a_birth_date()
    {
        IReadOnlyDictionary<string, double> reviews = new Dictionary<string, double>();
        Show(report => reviews = BurdenReport.Run(FullSize ? 100_000 : 20_000, FullSize ? 20_000 : 1_000, report));

        reviews["name, birth date"].ShouldBeLessThan(5);
        reviews["name, sex, birth date, region"].ShouldBeLessThan(5);
    }

    [Fact]
    public void Candidates_for_a_name_are_found_in_milliseconds()
    {
        IReadOnlyDictionary<string, double> figures = new Dictionary<string, double>();
        Show(report => figures = NameIndexBenchmark.Run(FullSize ? 1_000_000 : 20_000, report));

        figures["p99 ms"].ShouldBeLessThan(FullSize ? 5 : 50);
    }

    [Fact]
    public void Parsing_a_number_takes_microseconds()
    {
        const int rounds = 200_000;
        var today = new DateOnly(2026, 11, 21);
        var fastest = double.MaxValue;
        for (var run = 0; run < 8; run++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < rounds; i++)
                IdentityDocument.Parse(DocumentType.ResidentId, "70000019851231003X", null, today);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMicroseconds / rounds);
        }

        output.WriteLine($"{fastest:N3} µs a number");
        fastest.ShouldBeLessThan(FullSize ? 2 : 50, "the suite may run unoptimized on a busy machine");
    }

    private void Show(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        output.WriteLine(text.ToString());
    }
}

using System.Collections.Frozen;
using Blacklist.Api.Reference;

namespace Blacklist.Api.Security.Limits;

/// <summary>How much one caller may ask.</summary>
/// <param name="PersonsPerDay">Applicants in checks, by the day in Asia/Shanghai, on all nodes together.</param>
internal sealed record CallerLimit(int RequestsPerMinute, long PersonsPerDay)
{
    public static readonly CallerLimit None = new(int.MaxValue, long.MaxValue);

    public CallerLimit OrMore(CallerLimit other) =>
        new(Math.Max(RequestsPerMinute, other.RequestsPerMinute), Math.Max(PersonsPerDay, other.PersonsPerDay));
}

/// <summary>What is still ordinary: up to so many, or up to this part of all that the caller asked in the day.</summary>
internal sealed record Ordinary(int Least, double Share)
{
    public int Of(int all) => Math.Max(Least, (int)(Share * all));
}

/// <summary>Of what each kind of guessing shows itself by.</summary>
internal sealed record GuessingLimits(
    Ordinary NumbersOfOneBirthday, Ordinary NumbersOfOneRegion, Ordinary NamesOfOneApplication, Ordinary NamesOfOneNumber, Ordinary InvalidDocuments);

/// <summary>The limits by role (<c>schema/reference/limits.json</c>), and what a site sets for single callers in section <c>Limits</c>.</summary>
internal sealed record CallerLimits(bool Enabled, GuessingLimits Guessing)
{
    public FrozenDictionary<string, CallerLimit> ByRole { get; private init; } = FrozenDictionary<string, CallerLimit>.Empty;

    public FrozenDictionary<string, CallerLimit> ByCaller { get; private init; } = FrozenDictionary<string, CallerLimit>.Empty;

    public static CallerLimits From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Limits");
        var shipped = ReferenceFile.ReadJson<Content>("limits.json");
        return new CallerLimits(section.GetValue("Enabled", true), shipped.Guessing)
        {
            ByRole = shipped.Roles.ToFrozenDictionary(),
            ByCaller = section.GetSection("Callers").GetChildren().ToFrozenDictionary(
                caller => caller.Key,
                caller => new CallerLimit(
                    caller.GetValue("RequestsPerMinute", CallerLimit.None.RequestsPerMinute), caller.GetValue("PersonsPerDay", CallerLimit.None.PersonsPerDay))),
        };
    }

    /// <summary>Of several roles the widest counts; what is set for the caller itself goes before.</summary>
    public CallerLimit Of(string caller, IEnumerable<string> roles) =>
        !Enabled ? CallerLimit.None
        : ByCaller.TryGetValue(caller, out var own) ? own
        : roles.Select(role => ByRole.GetValueOrDefault(role)).OfType<CallerLimit>().Aggregate(new CallerLimit(0, 0), (all, one) => all.OrMore(one));

    private sealed record Content(Dictionary<string, CallerLimit> Roles, GuessingLimits Guessing);
}

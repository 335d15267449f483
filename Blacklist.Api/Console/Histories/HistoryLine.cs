namespace Blacklist.Api.Console.Histories;

/// <summary>A fact of the log as a line that people read: what, when, who, and why.</summary>
/// <param name="About">What it happened to, where lines of several records stand together.</param>
internal sealed record HistoryLine(long Position, DateTimeOffset At, string By, string What, IReadOnlyList<Shown> Facts, string? About = null)
{
    /// <summary>Whose fact it is.</summary>
    public Guid Stream { get; init; }
}

/// <summary>A value with its label.</summary>
internal sealed record Shown(string Label, string Value);

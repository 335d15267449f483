using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;

namespace Blacklist.Api.Console.Forms;

/// <summary>What a command is about, above its form.</summary>
/// <param name="Title">How people call it.</param>
/// <param name="Address">Its own page, to which the form leads back.</param>
/// <param name="Facts">What one must have in sight to fill the form in.</param>
/// <param name="Stream">What the form rests on; what happens there meanwhile is shown before anything is sent.</param>
/// <param name="Version">What it rests on where that is no stream.</param>
internal sealed record FormSubject(string Title, string Address, IReadOnlyList<Shown> Facts, EventStream? Stream = null, long? Version = null)
{
    /// <summary>What else must be in sight, where facts alone do not show it: a part of a page, and what it is about.</summary>
    public (string Part, object? Model)? Beside { get; init; }
}

/// <summary>A form in one of its two states: to be filled in, or to be read once more before it is sent.</summary>
/// <param name="Name">Under which its words stand.</param>
/// <param name="Key">The Idempotency-Key: however often it is sent, it is carried out once.</param>
/// <param name="Version">What it rests on; null where there is nothing yet.</param>
internal sealed record FormView(string Name, FormSubject Subject, IReadOnlyList<FormField> Fields, string Key, long? Version)
{
    /// <summary>The answers are read once more; they have been tried and would be taken.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Why it was not taken, where no field is to blame.</summary>
    public string? Refusal { get; init; }

    /// <summary>What would come of it.</summary>
    public IReadOnlyList<FormNote> Notes { get; init; } = [];

    /// <summary>What others did since the form was opened.</summary>
    public IReadOnlyList<HistoryLine> Meanwhile { get; init; } = [];

    public IEnumerable<FormField> WrongFields => Fields.SelectMany(one => one.WithInner).Where(one => one.IsWrong);
}

/// <param name="Tone">good, warn or bad; empty for plain words.</param>
internal sealed record FormNote(string Text, string Tone = "");

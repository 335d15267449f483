namespace Blacklist.Domain.Kernel;

/// <summary>A command that may not be carried out now, as a value.</summary>
/// <param name="Code">Stable, snake_case; callers may branch on it.</param>
/// <param name="Meaning">One English sentence for developers; users read the text of their language.</param>
public sealed record Refusal(string Code, string Meaning);

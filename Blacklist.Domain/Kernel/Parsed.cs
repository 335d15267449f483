using System.Diagnostics.CodeAnalysis;

namespace Blacklist.Domain.Kernel;

/// <summary>What parsing comes to: a value that is valid everywhere from here on, or the reason why there is none.</summary>
public readonly record struct Parsed<T>
    where T : class
{
    private Parsed(T? value, Refusal? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value, or null when there is a <see cref="Problem"/>.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value, or null.</summary>
    public Refusal? Problem { get; }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Refusal problem) => new(null, problem);

    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? problem)
    {
        (value, problem) = (Value, Problem);
        return value is not null;
    }
}

namespace Blacklist.Domain.Kernel;

/// <summary>Equality of lists by their elements, for records that hold lists.</summary>
internal static class Sequences
{
    public static bool Same<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.SequenceEqual(right));

    /// <summary>An empty list means: all of them.</summary>
    public static bool Names<T>(this IReadOnlyList<T> list, T item) => list.Count == 0 || list.Contains(item);
}

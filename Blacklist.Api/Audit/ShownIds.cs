using System.Reflection;

namespace Blacklist.Api.Audit;

/// <summary>Which items a page shows: their <c>Id</c>, where the type has one.</summary>
internal static class ShownIds<T>
{
    private static readonly Func<T, Guid>? Read =
        typeof(T).GetProperty("Id", BindingFlags.Public | BindingFlags.Instance) is { GetMethod: { } get } id && id.PropertyType == typeof(Guid)
            ? get.CreateDelegate<Func<T, Guid>>()
            : null;

    public static IReadOnlyList<Guid> Of(IEnumerable<T> items) => Read is { } read ? [.. items.Select(read)] : [];
}

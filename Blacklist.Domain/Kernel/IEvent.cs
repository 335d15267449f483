namespace Blacklist.Domain.Kernel;

/// <summary>A fact of the registry: it happened, it is never changed. Every implementation is a sealed record with a <see cref="StoredNameAttribute"/>.</summary>
public interface IEvent;

/// <summary>The name under which an event is stored for ever. A changed shape gets a new name (suffix <c>_v2</c>) and an upcaster.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredNameAttribute(string name) : Attribute
{
    /// <summary>snake_case, at most 500 characters, unique in the registry.</summary>
    public string Name { get; } = name;
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Kernel;
using Npgsql;

namespace Blacklist.Api.EventLog;

/// <summary>An event's stored name and its JSON.</summary>
internal readonly record struct StoredEvent(string Name, string Json);

/// <summary>Every kind of event by its stored name, to JSON and back. Old names are brought up to today's by <see cref="Upcaster"/>s.</summary>
internal sealed class EventTypes
{
    private readonly Dictionary<string, Type> byName;
    private readonly Dictionary<Type, string> byType;
    private readonly Dictionary<string, Upcaster> upcasters;

    public EventTypes(IEnumerable<Type> types, IEnumerable<Upcaster> upcasters)
    {
        byType = types.ToDictionary(type => type, StoredNameOf);
        byName = byType.ToDictionary(known => known.Value, known => known.Key);
        this.upcasters = upcasters.ToDictionary(step => step.OldName);
        if (this.upcasters.Keys.FirstOrDefault(byName.ContainsKey) is { } current)
        {
            throw new InvalidOperationException($"{current} is stored today; an upcaster is for a name that no event has any more.");
        }
    }

    public IReadOnlyDictionary<string, Type> ByName => byName;

    public IEnumerable<string> OldNames => upcasters.Keys;

    /// <summary>The events of the domain, with the upcasters for what their shapes were before.</summary>
    public static EventTypes OfTheDomain() => In(typeof(IEvent).Assembly, Upcasters.All);

    public static EventTypes In(Assembly assembly, IEnumerable<Upcaster> upcasters) =>
        new(assembly.GetTypes().Where(type => typeof(IEvent).IsAssignableFrom(type) && !type.IsInterface), upcasters);

    public StoredEvent Write(IEvent recorded) =>
        byType.TryGetValue(recorded.GetType(), out var name)
            ? new StoredEvent(name, JsonSerializer.Serialize(recorded, recorded.GetType(), EventJson.Options))
            : throw new InvalidOperationException($"{recorded.GetType()} is no event of this log.");

    public IEvent Read(string storedName, ReadOnlySpan<byte> json)
    {
        if (byName.TryGetValue(storedName, out var type))
        {
            return (IEvent)JsonSerializer.Deserialize(json, type, EventJson.Options)!;
        }

        var (name, data) = (storedName, JsonNode.Parse(json)!.AsObject());
        while (upcasters.TryGetValue(name, out var step))
        {
            (name, data) = (step.NewName, step.Change(data));
        }

        return byName.TryGetValue(name, out type)
            ? (IEvent)data.Deserialize(type, EventJson.Options)!
            : throw new InvalidOperationException($"The log holds an event of the unknown kind {storedName}.");
    }

    /// <summary>Rows of mt_events: id, stream_id, version, seq_id, type, data, timestamp, user_name.</summary>
    public async Task<IReadOnlyList<EventEnvelope>> ReadAll(NpgsqlDataReader reader)
    {
        var events = new List<EventEnvelope>();
        while (await reader.ReadAsync())
        {
            events.Add(new EventEnvelope(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                Read(reader.GetString(4), reader.GetFieldValue<byte[]>(5)),
                reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetString(7)));
        }

        return events;
    }

    private static string StoredNameOf(Type type) =>
        type.GetCustomAttribute<StoredNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{type} has no stored name.");
}

using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Projections;

/// <summary>
/// How a read model is made from events: tables of its own, and what each kind of event does to them. Its rows belong to one stream each,
/// so that only the order within a stream matters. It reads no clock and no other read model; its SQL names tables without a schema.
/// </summary>
/// <param name="version">Raised when the rows would come out differently; then the read model is rebuilt at the next start.</param>
internal abstract class Projection(string name, int version)
{
    private readonly List<Registration> registrations = [];

    /// <summary>snake_case; also its name in <c>mt_event_progression</c>.</summary>
    public string Name { get; } = name;

    /// <summary>CREATE TABLE, CREATE INDEX, and which rows callers may be shown (<see cref="Wall"/>); nothing else.</summary>
    public abstract string Schema { get; }

    public IReadOnlyList<Registration> Registrations => registrations;

    /// <summary>Of everything that decides its rows, as far as it can be seen: version, tables, statements.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [Name, version.ToString(), Schema, .. registrations.Select(known => known.Event.Name + known.Statement.Sql)]))));

    /// <summary>Every event of this kind is one row for the statement.</summary>
    protected void On<TEvent>(ArrayStatement statement, Func<ProjectedEvent, TEvent, object?[]> row)
        where TEvent : IEvent =>
        OnMany<TEvent>(statement, (at, recorded) => [row(at, recorded)]);

    /// <summary>Every event of this kind is any number of rows for the statement.</summary>
    protected void OnMany<TEvent>(ArrayStatement statement, Func<ProjectedEvent, TEvent, IEnumerable<object?[]>> rows)
        where TEvent : IEvent =>
        OnMany(typeof(TEvent), statement, recorded => rows(recorded, (TEvent)recorded.Data));

    /// <summary>The same for a kind of event that is known only when the program runs.</summary>
    protected void OnMany(Type kind, ArrayStatement statement, Func<ProjectedEvent, IEnumerable<object?[]>> rows) =>
        registrations.Add(new Registration(kind, statement, rows));

    internal sealed record Registration(Type Event, ArrayStatement Statement, Func<ProjectedEvent, IEnumerable<object?[]>> Rows);
}

using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Projections;

/// <summary>
/// An event as a projection may know it. Position and recorded time are given by the database in the very transaction; SQL that
/// needs them reads them from <c>registry.mt_events</c> by the event's id, live and in a rebuild alike.
/// </summary>
internal sealed record ProjectedEvent(Guid Id, Guid StreamId, long Version, IEvent Data, string By);

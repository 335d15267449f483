using System.Collections.Immutable;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>
/// What happened to a listing after it was decided, by the days for which it holds: when a change is recorded and for when it has effect are
/// two things, and a question about an earlier day is answered by what held on that day.
/// </summary>
public sealed record ListingChanges
{
    public static readonly ListingChanges None = new();

    public ImmutableList<Suspension> Suspensions { get; private init; } = [];

    public ImmutableList<Waiver> Waivers { get; private init; } = [];

    /// <summary>In the order they were made.</summary>
    public ImmutableList<Variation> Variations { get; private init; } = [];

    /// <summary>From this day on it restricts nobody.</summary>
    public DateOnly? RepairedOn { get; private init; }

    /// <summary>The appeals that contest it now.</summary>
    public ImmutableHashSet<AppealId> Disputes { get; private init; } = [];

    /// <summary>The person's own words in the vault, which travel with the listing; null when there are none.</summary>
    public Guid? StatementId { get; private init; }

    public bool IsDisputed => !Disputes.IsEmpty;

    public static ListingChanges Evolve(ListingChanges state, IEvent fact) => fact switch
    {
        ListingDisputed e => state with { Disputes = state.Disputes.Add(e.AppealId) },
        ListingDisputeSettled e => state with { Disputes = state.Disputes.Remove(e.AppealId) },
        PersonStatementAttached e => state with { StatementId = e.StatementId },
        ListingSuspended e => state with { Suspensions = state.Suspensions.Add(new Suspension(e.From, e.Until, e.DocumentNumber)) },
        ListingResumed e => state with { Suspensions = state.Suspensions.ConvertAll(suspension => suspension.ResumedOn(e.ResumedOn)) },
        ListingVaried e => state with { Variations = state.Variations.Add(new Variation(e.EffectiveOn, e.EndsOn, e.Positions)) },
        ListingWaived e => state with { Waivers = state.Waivers.Add(Waiver.Of(e)) },
        WaiverWithdrawn e => state with { Waivers = state.Waivers.ConvertAll(waiver => waiver.Id == e.WaiverId ? waiver.WithdrawnOn(e.WithdrawnOn) : waiver) },
        ListingRepaired e => state with { RepairedOn = e.RepairedOn },
        _ => state,
    };

    public bool IsSuspendedOn(DateOnly day) => Suspensions.Exists(suspension => suspension.Covers(day));

    public bool IsWaivedFor(OrganizationName organization, DateOnly day) => Waivers.Exists(waiver => waiver.Covers(organization, day));

    public bool IsRepairedOn(DateOnly day) => RepairedOn <= day;

    /// <summary>The last day of any restriction as it stands on a day; null when no variation says so.</summary>
    public DateOnly? EndsOn(DateOnly day) =>
        Variations.Where(variation => variation.EffectiveOn <= day).Min(variation => variation.EndsOn);

    /// <summary>Whether the variations that hold on a day leave the position barred.</summary>
    public bool Bars(Position position, DateOnly day) =>
        Variations.TrueForAll(variation => variation.EffectiveOn > day || variation.Positions.Names(position));
}

/// <summary>Days on which the effect rests, both included.</summary>
/// <param name="Until">Null until it is resumed.</param>
public sealed record Suspension(DateOnly From, DateOnly? Until, string DocumentNumber)
{
    /// <summary>It was ended on the day it began.</summary>
    public bool IsEmpty => Until < From;

    public bool Covers(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    internal Suspension ResumedOn(DateOnly day) => Covers(day) ? this with { Until = day.AddDays(-1) } : this;
}

/// <summary>What a listing still restricts from a day on.</summary>
public sealed record Variation(DateOnly EffectiveOn, DateOnly? EndsOn, IReadOnlyList<Position> Positions);

/// <summary>Named organizations that the listing does not bar from.</summary>
public sealed record Waiver(Guid Id, IReadOnlyList<OrganizationName> Organizations, DateOnly From, DateOnly? Until)
{
    public bool Covers(OrganizationName organization, DateOnly day) =>
        From <= day && (Until is not { } until || day <= until) && Organizations.Any(waived => waived.Normal == organization.Normal);

    internal static Waiver Of(ListingWaived fact) => new(
        fact.WaiverId, [.. fact.Organizations.Select(name => OrganizationName.Parse(name).Value).OfType<OrganizationName>()], fact.From, fact.Until);

    internal Waiver WithdrawnOn(DateOnly day) => Until is { } until && until < day ? this : this with { Until = day.AddDays(-1) };
}

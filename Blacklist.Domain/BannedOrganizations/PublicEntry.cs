using System.Collections.Immutable;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>公开: what everybody may know of an organization: the published decisions on it, and why others left the list. Never a person.</summary>
public sealed record PublicEntry(RegionCode Region, ImmutableList<PublicDecision> Decisions)
{
    /// <summary>On the public list now, the oldest first. One that was annulled and is to be withdrawn says so.</summary>
    public IEnumerable<PublishedDecision> Published => Decisions
        .Where(decision => decision is { PublishedOn: not null, Withdrawal: null }).OrderBy(decision => decision.DecidedOn)
        .Select(decision => new PublishedDecision(
            decision.Kind, decision.DocumentNumber, decision.DecidedOn, decision.Authority, decision.PublishedOn!.Value, decision.AnnulledOn));

    /// <summary>What took the place of those that were on the list.</summary>
    public IEnumerable<Withdrawal> Withdrawals => Decisions.Select(decision => decision.Withdrawal).OfType<Withdrawal>().OrderBy(withdrawal => withdrawal.WithdrawnOn);

    public static PublicEntry? Evolve(PublicEntry? entry, IEvent fact) => fact switch
    {
        BannedOrganizationRecorded e => new PublicEntry(e.Region, []),
        DispositionRecorded e when e.Kind.OpensListings() => entry! with
        {
            Decisions = entry.Decisions.Add(new PublicDecision(e.DispositionId, e.Kind, e.DocumentNumber, e.DecidedOn, e.Authority)),
        },
        DispositionPublished e => entry!.Change(e.DispositionId, decision => decision with { PublishedOn = e.PublishedOn, Withdrawal = null }),
        DispositionAnnulled e => entry!.Change(e.DispositionId, decision => decision with { AnnulledOn = e.AnnulledOn }),
        PublicationWithdrawn e => entry!.Change(e.DispositionId, decision => decision with { Withdrawal = new Withdrawal(e.WithdrawnOn, e.Reasons) }),
        _ => entry,
    };

    private PublicEntry Change(Guid decision, Func<PublicDecision, PublicDecision> change) =>
        this with { Decisions = Decisions.ConvertAll(known => known.Id == decision ? change(known) : known) };
}

/// <summary>A decision as everybody reads it.</summary>
/// <param name="AnnulledOn">It was annulled and is about to leave the list; null otherwise.</param>
public sealed record PublishedDecision(
    DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, string Authority, DateOnly PublishedOn, DateOnly? AnnulledOn);

/// <summary>A ban or a revocation, on the public list or not.</summary>
/// <param name="PublishedOn">Null when it never was on the list.</param>
/// <param name="Withdrawal">Null while it is on the list.</param>
public sealed record PublicDecision(
    Guid Id, DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, string Authority,
    DateOnly? PublishedOn = null, DateOnly? AnnulledOn = null, Withdrawal? Withdrawal = null);

/// <summary>撤回: when a decision left the public list, and why.</summary>
public sealed record Withdrawal(DateOnly WithdrawnOn, string Reasons);

using System.Collections.Immutable;
using Blacklist.Domain.BannedOrganizations.Papers;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>State of a banned organization's stream: what deciding about it and about its listings needs.</summary>
public sealed record BannedOrganization
{
    public static readonly BannedOrganization Initial = new();

    public static readonly StreamKind<BannedOrganization> Stream = new("banned_organization", Initial, Evolve);

    public bool IsRecorded { get; private init; }

    public BannedOrganizationId Id { get; private init; }

    /// <summary>GB/T 2260 code of the place of the decision.</summary>
    public RegionCode Region { get; private init; } = RegionCode.Nation;

    public OrganizationKind? RegisteredAs { get; private init; }

    public ImmutableDictionary<Guid, Disposition> Dispositions { get; private init; } = ImmutableDictionary<Guid, Disposition>.Empty;

    public ImmutableDictionary<Guid, ResponsiblePerson> ResponsiblePersons { get; private init; } =
        ImmutableDictionary<Guid, ResponsiblePerson>.Empty;

    /// <summary>附件: the scans in the file.</summary>
    public ImmutableDictionary<Guid, Paper> Papers { get; private init; } = ImmutableDictionary<Guid, Paper>.Empty;

    public static BannedOrganization Evolve(BannedOrganization state, IEvent fact) => fact switch
    {
        BannedOrganizationRecorded e => state with { IsRecorded = true, Id = e.OrganizationId, Region = e.Region, RegisteredAs = e.RegisteredAs },
        DispositionRecorded e => state with
        {
            Dispositions = state.Dispositions.SetItem(e.DispositionId, new Disposition(e.Kind, e.DocumentNumber, e.DecidedOn, IsAnnulled: false)),
        },
        ResponsiblePersonNamed e => state with
        {
            ResponsiblePersons = state.ResponsiblePersons.SetItem(
                e.ResponsiblePersonId, new ResponsiblePerson(e.PersonId, e.Part, e.DispositionId, e.IdentifiedBy)),
        },
        DispositionAnnulled e => state with
        {
            Dispositions = state.Dispositions.SetItem(e.DispositionId, state.Dispositions[e.DispositionId] with { IsAnnulled = true }),
        },
        DispositionPublished e => state.With(e.DispositionId, new Publication(PublicationStatus.Published, e.PublishedOn)),
        WithdrawalDemanded e => state.With(e.DispositionId, state.Dispositions[e.DispositionId].Publication! with { Status = PublicationStatus.ToBeWithdrawn }),
        PublicationWithdrawn e => state.With(e.DispositionId, state.Dispositions[e.DispositionId].Publication! with { Status = PublicationStatus.Withdrawn }),
        PaperAttached e => state with { Papers = state.Papers.SetItem(e.PaperId, new Paper(e.Kind, e.Form, e.Bytes, e.Sha256)) },
        _ => state,
    };

    private BannedOrganization With(Guid disposition, Publication publication) => this with
    {
        Dispositions = Dispositions.SetItem(disposition, Dispositions[disposition] with { Publication = publication }),
    };
}

/// <summary>What was decided about the organization, as far as later decisions depend on it.</summary>
public sealed record Disposition(DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, bool IsAnnulled)
{
    /// <summary>Null when it was never on the public list.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Everybody can read it now.</summary>
    public bool IsPublic => Publication is { Status: not PublicationStatus.Withdrawn };
}

/// <summary>公开: how a decision stands on the public list of banned organizations.</summary>
public sealed record Publication(PublicationStatus Status, DateOnly PublishedOn);

/// <summary>Where the publication of a decision stands.</summary>
public enum PublicationStatus
{
    Published,

    /// <summary>The decision was changed or annulled; it must leave the public list within the term of the procedure.</summary>
    ToBeWithdrawn,

    /// <summary>撤回.</summary>
    Withdrawn,
}

/// <summary>责任人: whom a decision names, by reference.</summary>
public sealed record ResponsiblePerson(PersonId PersonId, Part Part, Guid DispositionId, IdentifiedBy IdentifiedBy);

/// <summary>A paper of the file, as far as it is known without opening it.</summary>
public sealed record Paper(PaperKind Kind, PaperForm Form, int Bytes, string Sha256);

using System.Collections.Immutable;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Letters;

/// <summary>What letters tell of a banned organization: its name, and the papers of the decisions on it.</summary>
public sealed record OrganizationFile
{
    public static readonly OrganizationFile Empty = new();

    public string Name { get; private init; } = "";

    public ImmutableDictionary<Guid, DispositionRecorded> Dispositions { get; private init; } =
        ImmutableDictionary<Guid, DispositionRecorded>.Empty;

    public static OrganizationFile Evolve(OrganizationFile file, IEvent fact) => fact switch
    {
        BannedOrganizationRecorded e => file with { Name = e.Name },
        DispositionRecorded e => file with { Dispositions = file.Dispositions.SetItem(e.DispositionId, e) },
        _ => file,
    };
}

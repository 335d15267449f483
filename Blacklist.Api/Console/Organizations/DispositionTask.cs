using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Security;
using Blacklist.Domain.BannedOrganizations;

namespace Blacklist.Api.Console.Organizations;

/// <summary>What can be done with a decision as it stands; the domain decides, this only spares the way to a refusal.</summary>
/// <param name="Address">Below that of the decision.</param>
internal sealed record DispositionTask(string Address, string Key, Permission Permission, Func<DispositionRow, bool> IsOpen)
{
    public static readonly IReadOnlyList<DispositionTask> All =
    [
        new("publication", "publishDisposition.title", Permission.PublishDispositions,
            row => row.AnnulledOn is null && row.Kind.OpensListings() && row.Publication is null or { Status: PublicationStatus.Withdrawn }),
        new("withdrawal-demand", "demandWithdrawal.title", Permission.PublishDispositions, row => row.Publication is { Status: PublicationStatus.Published }),
        new("withdrawal", "withdrawPublication.title", Permission.PublishDispositions, row => row.Publication is { Status: not PublicationStatus.Withdrawn }),
        new("annulment", "annulDisposition.title", Permission.RecordDispositions, row => row.AnnulledOn is null),
    ];
}

using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Makes an organization known to the registry, before or with the decision on it.</summary>
public sealed record RecordBannedOrganization(
    BannedOrganizationId Id,
    string Name,
    IReadOnlyList<string> Aliases,
    string? CreditCode,
    UnlawfulKind? UnlawfulKind,
    OrganizationKind? RegisteredAs,
    int? CampaignCategory,
    RegionCode Region,
    string? Activities,
    string? Source)
{
    /// <summary>An organization is either of an unlawful kind, or was registered, or both (it went on after revocation).</summary>
    public static readonly Refusal KindMissing = new(
        "organization_kind_missing", "State which unlawful kind it is, or what it was registered as.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [KindMissing];

    public static Outcome Decide(BannedOrganization organization, RecordBannedOrganization command) => organization switch
    {
        { IsRecorded: true } => Outcome.Nothing,
        _ when command is { UnlawfulKind: null, RegisteredAs: null } => Outcome.Refuse(KindMissing),
        _ => Outcome.Record(new BannedOrganizationRecorded(
            command.Id, command.Name, command.Aliases, command.CreditCode, command.UnlawfulKind, command.RegisteredAs,
            command.CampaignCategory, command.Region, command.Activities, command.Source)),
    };
}

using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Listings;

/// <summary>Which part of the work list is asked for.</summary>
/// <param name="Within">Null for everywhere.</param>
internal sealed record WorkFilter(ListingStatus Status, RegionCode? Within = null)
{
    /// <summary>In the region itself, and in no part of it.</summary>
    public bool Alone { get; init; }

    /// <summary>Only those whose terms depend on any of this; null for all.</summary>
    public IReadOnlyList<ListingTerm>? Terms { get; init; }

    /// <summary>Of the regions' codes.</summary>
    public string Pattern => Within is null ? "%" : Alone ? Within.Value : Within.Prefix + "%";
}

/// <summary>What the terms of a listing depend on, beside the rules.</summary>
/// <param name="EndsOn">Last day of any restriction, where a variation says so.</param>
internal sealed record ListingTerm(DispositionKind Disposition, Part Part, OrganizationKind? RegisteredAs, DateOnly DispositionDate, DateOnly? EndsOn);

internal sealed record TermCount(ListingTerm Term, long Count);

using Blacklist.Domain.Regions;

namespace Blacklist.Api.Audit.Reading;

/// <summary>Which part of the trail is asked for; what is null narrows nothing.</summary>
/// <param name="Regions">The reader's: callers and applications beyond them are not shown.</param>
internal sealed record AuditQuery(IReadOnlyList<RegionCode> Regions)
{
    /// <summary>For the person whom it is about, who may know of all regions: the right is not the reader's.</summary>
    public bool OfAllRegions { get; private init; }

    public static AuditQuery ForThePerson() => new([RegionCode.Nation]) { OfAllRegions = true };

    /// <summary>One entry.</summary>
    public Guid? Id { get; init; }

    /// <summary>Only what any of these asked.</summary>
    public IReadOnlyList<string>? Callers { get; init; }

    public AuditKind? Kind { get; init; }

    /// <summary>Only what was refused, or only what was not.</summary>
    public bool? Refused { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what is about any of these.</summary>
    public IReadOnlyList<Guid>? Subjects { get; init; }

    /// <summary>For <c>LIKE ANY</c>.</summary>
    public string[] Patterns => [.. Regions.Select(region => region.Prefix + "%")];
}

/// <summary>A record of who was shown what. The trail unites them all, newest first.</summary>
internal interface IAuditSource
{
    /// <param name="before">Only older ones than this.</param>
    Task<IReadOnlyList<AuditRow>> Read(AuditQuery query, Guid? before, int most, CancellationToken cancellation);
}

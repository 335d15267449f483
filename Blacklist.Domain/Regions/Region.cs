namespace Blacklist.Domain.Regions;

/// <summary>What a code is today.</summary>
public enum RegionStatus
{
    /// <summary>In force in the newest list taken in.</summary>
    Current,

    /// <summary>Abolished; it lives on in identity numbers and in old decisions, so it stays valid.</summary>
    Retired,

    /// <summary>A heading such as 市辖区, no place of its own; it occurs in identity numbers.</summary>
    Placeholder,

    /// <summary>A development zone of the statistics office, outside GB/T 2260.</summary>
    Statistical,

    /// <summary>In use, but in none of the lists taken in.</summary>
    Supplement,

    /// <summary>Found in old material only.</summary>
    HistoricUnverified,

    /// <summary>Only ever part of a document number.</summary>
    IdOnly,

    /// <summary>No division, but a scope: the nation.</summary>
    Scope,
}

/// <summary>One code with the name it has, or had last.</summary>
public sealed record Region(RegionCode Code, string Name, RegionStatus Status);

/// <summary>A name a code had for some years.</summary>
/// <param name="First">First year of the name; null when it was there before the lists begin (1980).</param>
/// <param name="Last">Last year of the name; null when it is still the name.</param>
public sealed record RegionName(RegionCode Code, string Name, int? First, int? Last)
{
    public bool HeldIn(int year) => (First ?? int.MinValue) <= year && year <= (Last ?? int.MaxValue);
}

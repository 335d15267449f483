namespace Blacklist.Api.Projections;

/// <summary>What came out of a rebuild, one table each.</summary>
/// <param name="Before">The live table at the position of the comparison; null when there was none of this definition.</param>
/// <param name="After">The rebuilt table at the same position.</param>
internal sealed record RebuildReport(string Projection, string Table, TableDigest? Before, TableDigest After)
{
    /// <summary>Null when there was nothing to compare.</summary>
    public bool? Equal => Before is null ? null : Before == After;
}

/// <param name="Digest">Of all rows, whatever their order on disk.</param>
internal sealed record TableDigest(long Rows, string Digest);

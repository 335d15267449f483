using Blacklist.Api.Hosting;

namespace Blacklist.Api.Projections;

/// <summary>
/// Which rows of a read model's table callers may be shown, as PostgreSQL itself asks it of each row (ADR 0034). A table of which nothing is said is
/// the registry's own.
/// </summary>
internal static class Wall
{
    /// <summary>The row's region is within the reader's reach.</summary>
    public const string Region = "region LIKE ANY ((SELECT registry.readers_regions())::text[])";

    /// <summary>It arose from a check that the reader may see.</summary>
    public const string AskedCheck = $"{Region} AND ((SELECT registry.reads_checks_of_others()) OR caller = ANY ((SELECT registry.readers_colleagues())::text[]))";

    /// <summary>It was told to the reader, or the reader may see what was told to anybody about the region.</summary>
    public const string Told = $"caller = (SELECT registry.reader()) OR ((SELECT registry.reads_notices_of_others()) AND {Region})";

    /// <summary>References and days that say nothing without the row that they complete.</summary>
    public const string None = "true";

    public static string Around(string table, string rows) => $"CREATE POLICY within_reach ON {table} FOR SELECT TO {RegistryRoles.Reader} USING ({rows});";
}

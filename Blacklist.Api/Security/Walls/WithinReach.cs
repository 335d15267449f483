using Npgsql;

namespace Blacklist.Api.Security.Walls;

/// <summary>
/// The database as far as the caller of this request reaches: whatever a query forgets, PostgreSQL leaves out the rows of others (ADR 0034). Where there is
/// no request, or nobody is known by it, no row is there.
/// </summary>
/// <remarks>What the registry reads for itself, be it for a job or for an index, it reads from its own <see cref="NpgsqlDataSource"/>.</remarks>
internal sealed class WithinReach(NpgsqlDataSource database, IHttpContextAccessor request)
{
    public ReachCommand CreateCommand(string sql) => CreateCommand(sql, request.HttpContext is { } context && Caller.Of(context) is { } caller ? Reader.Of(caller) : Reader.Nobody);

    /// <summary>Beyond the caller's regions: for what somebody has a right to be told, whoever tells it. Each use of it is known to <c>WallTests</c>.</summary>
    public ReachCommand CreateCommandOfAllRegions(string sql) => CreateCommand(sql, Reader.OfAllRegions);

    private ReachCommand CreateCommand(string sql, Reader reader) => new(database.CreateBatch(), reader, sql);
}

using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.EventLog.Appending;

/// <summary>The call of <c>registry.fence</c> (schema/0024_jobs.sql) for the leases of a group. After the append: what a repeat finds stored is stored.</summary>
internal static class FenceCommand
{
    private static readonly ArrayStatement Statement = new("SELECT registry.fence($1, $2)", NpgsqlDbType.Text, NpgsqlDbType.Bigint);

    /// <returns>Null when no request of the group is a job's.</returns>
    public static NpgsqlBatchCommand? For(IReadOnlyList<PendingAppend> group)
    {
        var fences = group.Select(pending => pending.Request.Fence).OfType<Fence>().Distinct().ToList();
        return fences.Count == 0 ? null : For(fences);
    }

    public static NpgsqlBatchCommand For(params IReadOnlyList<Fence> fences) => Statement.For([.. fences.Select(fence => new object?[] { fence.Job, fence.Epoch })]);

    /// <summary>The leases that the refusal names.</summary>
    public static IReadOnlyList<Fence> Lost(string message) => JsonSerializer.Deserialize<Fence[]>(message, JsonSerializerOptions.Web)!;
}

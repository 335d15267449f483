namespace Blacklist.Api.Audit.Reading;

/// <summary>All records of who was shown what as one, newest first.</summary>
internal sealed class AuditTrail(IEnumerable<IAuditSource> sources)
{
    public async Task<IReadOnlyList<AuditRow>> Read(AuditQuery query, Guid? before, int most, CancellationToken cancellation)
    {
        var found = new List<AuditRow>();
        foreach (var source in sources)
        {
            found.AddRange(await source.Read(query, before, most, cancellation));
        }

        return [.. found.OrderByDescending(row => row.Id).Take(most)];
    }
}

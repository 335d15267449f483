using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Console.Histories;

namespace Blacklist.Api.Console.Audit;

/// <summary>An entry with who it was, by name; blank where nobody was known.</summary>
internal sealed record AuditedOnPage(AuditRow Row, string Caller)
{
    public static async Task<IReadOnlyList<AuditedOnPage>> Of(IReadOnlyList<AuditRow> rows, AccountRows accounts, CancellationToken cancellation)
    {
        var names = await accounts.Of(rows.Select(row => row.Caller), cancellation);
        return [.. rows.Select(row => new AuditedOnPage(row, names[row.Caller]))];
    }
}

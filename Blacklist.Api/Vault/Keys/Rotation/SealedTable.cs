namespace Blacklist.Api.Vault.Keys.Rotation;

/// <summary>Blobs that stay, and are sealed anew under another master key.</summary>
/// <param name="Find">Ids, as text, and blobs under the master key with the number $1, at most $2.</param>
/// <param name="Replace">Puts blobs $3 in the place of $2 where these still stand, by ids $1, and says how many.</param>
/// <param name="Bound">What the blob of an id is bound to.</param>
/// <param name="AtOnce">How many lie in memory.</param>
internal sealed record SealedTable(string Find, string Replace, Func<string, byte[]> Bound, int AtOnce = 500)
{
    public static readonly SealedTable Statements = new(
        "SELECT statement_id::text, sealed FROM vault.statements WHERE substr(sealed, 2, 4) = $1 LIMIT $2", "SELECT vault.reseal_statements($1, $2, $3)", IdOnly);

    /// <summary>Each may have ten megabytes.</summary>
    public static readonly SealedTable Papers = new(
        "SELECT paper_id::text, sealed FROM vault.papers WHERE substr(sealed, 2, 4) = $1 LIMIT $2", "SELECT vault.reseal_papers($1, $2, $3)", IdOnly, AtOnce: 4);

    private static byte[] IdOnly(string id) => Guid.Parse(id).ToByteArray();
}

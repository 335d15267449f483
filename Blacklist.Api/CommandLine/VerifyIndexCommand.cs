using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Hosting;

namespace Blacklist.Api.CommandLine;

/// <summary>What a node that is started now would hold, in digests: those of a running one are at <c>GET /api/v1/system/index</c>.</summary>
internal static class VerifyIndexCommand
{
    public static async Task<int> Run(string[] words)
    {
        _ = new Options("index verify", words, [], []);
        await using var registry = await Maintenance.Open();
        await System.Console.Out.WriteLineAsync(Told(await DigestOfReadModels(registry)));
        return 0;
    }

    public static Task<IndexDigest> DigestOfReadModels(OpenRegistry registry)
    {
        var rows = new IndexRows(registry.Database.App, registry.Types);
        return OwnThread.Run(() =>
        {
            using var snapshot = rows.Snapshot();
            snapshot.Take();
            return new StoredSums(rows, registry.Vault).Of(snapshot, Pace.Full);
        });
    }

    private static string Told(IndexDigest digest) =>
        $"""
        position              {digest.Position,12}
        listings              {Told(digest.Listings)}
        findings              {Told(digest.Findings)}
        organizations         {Told(digest.Organizations)}
        annulledDispositions  {Told(digest.AnnulledDispositions)}
        """;

    private static string Told(RowsDigest rows) => $"{rows.Rows,12} rows  {rows.Digest}";
}

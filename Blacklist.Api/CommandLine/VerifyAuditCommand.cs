using Blacklist.Api.Audit.Verification;
using Blacklist.Api.Receipts;

namespace Blacklist.Api.CommandLine;

/// <summary>Computes the audit again from its rows, signatures and anchors, and names the first difference.</summary>
internal static class VerifyAuditCommand
{
    private const int Different = 1;

    public static async Task<int> Run(string[] words)
    {
        _ = new Options("audit verify", words, [], []);
        await using var registry = await Maintenance.Open();
        var database = registry.Database.App;
        var keys = await ReceiptKeys.Open(database, registry.Vault);
        var finding = await new AuditVerifier(new StoredAuditRows(database), keys, registry.Log).Run();
        await System.Console.Out.WriteLineAsync($"{finding.Entries} entries under {finding.Roots} signed roots are what was recorded.");
        if (finding.Difference is not { } difference)
        {
            return 0;
        }

        await System.Console.Error.WriteLineAsync($"THE FIRST DIFFERENCE: {difference}. What stands after it was not looked at.");
        return Different;
    }
}

namespace Blacklist.Api.CommandLine;

/// <summary>Makes every read model anew from the log, beside the live ones, and says whether both hold the same rows.</summary>
internal static class RebuildCommand
{
    private const int RowsDiffered = 1;

    public static async Task<int> Run(string[] words)
    {
        _ = new Options("rebuild", words, [], []);
        await using var registry = await Maintenance.Open();
        var position = await registry.Log.Position();
        var reports = await registry.ReadModels.Rebuild();
        await System.Console.Out.WriteLineAsync($"Rebuilt from the log's {position} events (or more, if the service went on appending):");
        foreach (var report in reports)
        {
            var comparison = report.Equal switch { true => "equal to the live ones", false => "NOT EQUAL to the live ones", null => "new" };
            await System.Console.Out.WriteLineAsync($"  {report.Table,-24}{report.After.Rows,12} rows  {comparison}");
        }

        if (reports.All(report => report.Equal is not false))
        {
            return 0;
        }

        await System.Console.Error.WriteLineAsync("Some rows had drifted from the log; the rebuilt ones are in their place now. Report this: it is a bug.");
        return RowsDiffered;
    }
}

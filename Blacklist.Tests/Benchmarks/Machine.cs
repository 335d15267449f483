using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Blacklist.Tests.Benchmarks;

/// <summary>What figures are worth nothing without.</summary>
internal static class Machine
{
    private const int TicksPerSecond = 100;

    public static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, "
        + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}";

    /// <summary>Zero for a process that has ended.</summary>
    public static TimeSpan Cpu(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    /// <summary>Of a process and its children, living and ended; zero where the system does not tell.</summary>
    public static TimeSpan CpuOfFamily(int processId)
    {
        long ticks = 0;
        foreach (var file in Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc").Select(folder => Path.Combine(folder, "stat")) : [])
        {
            if (int.TryParse(file.Split('/')[2], out var id) && Fields(file) is [_, var parent, ..] fields && (id == processId || parent == processId))
            {
                var (own, ended) = (fields[11] + fields[12], fields[13] + fields[14]);
                ticks += own + (id == processId ? ended : 0);
            }
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    /// <summary>Time all cores together were busy since the machine started; null where the system does not tell.</summary>
    public static TimeSpan? Busy()
    {
        if (!File.Exists("/proc/stat"))
        {
            return null;
        }

        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        var (user, nice, system, irq, softIrq) = (fields[0], fields[1], fields[2], fields[5], fields[6]);
        return TimeSpan.FromSeconds((double)(user + nice + system + irq + softIrq) / TicksPerSecond);
    }

    public static double Megabytes(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64 / 1048576.0;
    }

    /// <summary>What follows the name in a process's stat: state (as 0), parent and so on; null when the process is gone.</summary>
    private static long[]? Fields(string stat)
    {
        try
        {
            var text = File.ReadAllText(stat);
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
}

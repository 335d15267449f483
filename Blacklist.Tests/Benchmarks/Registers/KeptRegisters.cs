using System.Globalization;
using Blacklist.Api;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Imports;
using Blacklist.Api.Security.Issuer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Benchmarks.Registers;

/// <summary>
/// Registers of invented listings, loaded through the commands of the service and kept from run to run; a run works on a copy where the disk has room for one. A larger
/// one starts from a copy of the largest smaller one. What is kept is migrated to today's schema before it is copied.
/// </summary>
internal sealed class KeptRegisters(DurableServer server)
{
    private const string Kept = "listings_";

    public static readonly ApiClient Client = new(
        "benchmark", "Benchmark", "虚构市民政局", ["registrationSystem"], ["000000"], ["registration"]);

    /// <summary>The service on a copy of the register.</summary>
    public async Task<ServedRegister> Serve(int listings, IReadOnlyDictionary<string, string> settings)
    {
        await Load(listings);
        var secret = await Open(Kept + listings, async app =>
        {
            var clients = app.Services.GetRequiredService<ApiClients>();
            return (await clients.Register(Client)).Value ?? await clients.NewSecret(Client.Id) ?? "";
        });
        var copy = $"run_{listings}";
        await Copy(Kept + listings, copy);
        await server.Checkpoint();
        return await ServedRegister.Start(listings, secret, new Dictionary<string, string>(settings)
        {
            ["ConnectionStrings__Registry"] = server.AppOf(copy),
            ["ConnectionStrings__RegistryOwner"] = server.OwnerOf(copy),
            ["Registry__DataFolder"] = DataFolder,
            ["Logging__LogLevel__Default"] = "Warning",
            // Its requests are counted and watched as any caller's; only there is no end to them.
            [$"Limits__Callers__{Client.Id}__RequestsPerMinute"] = $"{int.MaxValue}",
            [$"Limits__Callers__{Client.Id}__PersonsPerDay"] = $"{long.MaxValue}",
        });
    }

    /// <summary>Copies are for one run.</summary>
    public Task Drop(int listings) => server.Drop($"run_{listings}");

    /// <summary>Where there is no room for two, the register itself is worked on; it has to be loaded again for the next run.</summary>
    private async Task Copy(string kept, string copy)
    {
        if (await server.HasRoomForAnother(kept))
        {
            await server.Copy(kept, copy);
            return;
        }

        await Console.Error.WriteLineAsync($"No room for a copy of {kept}: it is used up.");
        await server.Drop(copy);
        await server.Rename(kept, copy);
    }

    private string DataFolder => Path.Combine(server.Folder, "registry");

    private async Task Load(int listings)
    {
        var databases = await server.Databases();
        if (databases.Contains(Kept + listings))
        {
            return;
        }

        const string loading = "loading";
        var start = databases.Where(name => name.StartsWith(Kept, StringComparison.Ordinal))
            .Select(name => int.Parse(name[Kept.Length..], CultureInfo.InvariantCulture)).Where(kept => kept < listings).DefaultIfEmpty().Max();
        await (start == 0 ? server.Create(loading) : server.Copy(Kept + start, loading));
        await Console.Error.WriteLineAsync($"Loading a register of {listings:N0} listings, once …");
        await Open(loading, app =>
            LoadCommand.Load(app.Services.GetRequiredService<CaseImport>(), InventedPersons.Cases(start, listings), Console.Error));
        await server.Rename(loading, Kept + listings);
    }

    private async Task<T> Open<T>(string database, Func<WebApplication, Task<T>> work)
    {
        await using var app = await RegistryApp.Build(
        [
            $"--ConnectionStrings:Registry={server.AppOf(database)}", $"--ConnectionStrings:RegistryOwner={server.OwnerOf(database)}",
            $"--Registry:DataFolder={DataFolder}", "--Logging:LogLevel:Default=Warning",
        ]);
        return await work(app);
    }
}

using Blacklist.Tests.Benchmarks.Load;
using Blacklist.Tests.Benchmarks.Peers;
using Blacklist.Tests.Benchmarks.Registers;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>All services of a run, up at once on one PostgreSQL and asked one at a time.</summary>
internal sealed class CheckBench : IAsyncDisposable
{
    private readonly KeptRegisters kept;
    private readonly List<ServedRegister> registers = [];
    private readonly List<PeerProcess> peers = [];
    private readonly Dictionary<ServedRegister, (ReadyRequests One, ReadyRequests Hot, ReadyRequests Ten)> ready = [];

    private CheckBench(DurableServer server) => (Server, kept) = (server, new KeptRegisters(server));

    public DurableServer Server { get; }

    public IReadOnlyList<ServedRegister> Registers => registers;

    public static async Task<CheckBench> Start(IReadOnlyList<int> listings, IReadOnlyDictionary<string, string>? settings = null)
    {
        var bench = new CheckBench(await DurableServer.Start());
        try
        {
            foreach (var size in listings)
            {
                bench.registers.Add(await bench.kept.Serve(size, settings ?? new Dictionary<string, string>()));
            }

            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fresh tokens: one lives for ten minutes, a run is longer.</summary>
    public async Task Renew()
    {
        foreach (var register in registers)
        {
            ready[register] = await register.Ready();
        }
    }

    public Way Ours(ServedRegister register, string name) => new(name, register.Url, register.Id, Always: true, () => ready[register].One);

    /// <summary>The constant answer first, then all others.</summary>
    public async Task<IReadOnlyList<Way>> Ways(CheckPlan plan)
    {
        var first = registers[0];
        await Server.Create("peers");
        await PeerDatabase.Fill(Server.OwnerOf("peers"), first.Listings);
        var ways = new List<Way> { await Peer("constant", Way.Constant) };
        foreach (var (peer, name) in new[] { ("npgsql", Way.Npgsql), ("dapper", Way.Dapper), ("efcore", Way.EfCore) })
        {
            if (plan.Wants(name))
            {
                ways.Add(await Peer(peer, name));
            }
        }

        var ours = Ours(first, Way.Ours);
        ways.AddRange(registers.Skip(1).Select(register => Ours(register, $"{Way.Ours}, {register.Listings:N0} listings"))
            .Prepend(ours with { Name = Way.Ten, Always = false, Requests = () => ready[first].Ten })
            .Prepend(ours with { Name = Way.Hot, Always = false, Requests = () => ready[first].Hot })
            .Prepend(ours)
            .Where(way => plan.Wants(way.Name)));
        return ways;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var peer in peers)
        {
            await peer.DisposeAsync();
        }

        foreach (var register in registers)
        {
            await register.DisposeAsync();
            await kept.Drop(register.Listings);
        }

        await Server.Drop("peers");
        await Server.DisposeAsync();
    }

    private async Task<Way> Peer(string peer, string name)
    {
        var process = await PeerProcess.Start(peer, Server.OwnerOf("peers"), registers[0].AnswerBytes);
        peers.Add(process);
        return new Way(name, process.Url, process.Id, Always: true, () => ready[registers[0]].One);
    }
}

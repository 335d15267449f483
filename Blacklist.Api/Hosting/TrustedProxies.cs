using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Blacklist.Api.Hosting;

/// <summary>
/// Whose word is taken for where a request comes from and whether it came by TLS; setting <c>Proxies</c>, addresses or networks. Without it nobody's:
/// what anybody may write into a header is no address to limit by.
/// </summary>
internal static class TrustedProxies
{
    /// <summary>Before anything looks at an address.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration.GetSection("Proxies").Get<string[]>() is not { Length: > 0 } proxies)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(Read(proxy));
        }

        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Read(string proxy) =>
        IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartProblem($"Proxies: '{proxy}' is no address and no network such as 10.0.0.0/8.");
}

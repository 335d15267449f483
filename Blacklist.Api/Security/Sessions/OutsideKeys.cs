using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Blacklist.Api.Security.Sessions;

/// <summary>Addresses and keys of the outside issuer, kept and read anew when a key is not among them.</summary>
internal sealed class OutsideKeys(string authority)
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _known = new(
        authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = !new Uri(authority).IsLoopback })
    {
        RefreshInterval = TimeSpan.FromSeconds(30),
    };

    public async Task<OpenIdConnectConfiguration> Configuration(CancellationToken cancellation)
    {
        try
        {
            return await _known.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException problem)
        {
            throw new IssuerUnavailableException(problem);
        }
    }

    public void Refresh() => _known.RequestRefresh();
}

using Blacklist.Api.Hosting;

namespace Blacklist.Api.CommandLine;

/// <summary>The registry for a command that is not the service: beside it when it runs on the same data folder, alone otherwise.</summary>
internal static class Maintenance
{
    public static Task<OpenRegistry> Open() =>
        RegistryHosting.Open(RegistryApp.NewBuilder().Configuration, RegistryApp.Projections, beside: true);
}

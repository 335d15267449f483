using System.Collections.Frozen;
using System.Reflection;

namespace Blacklist.Api.Pages.Assets;

/// <summary>Everything the pages load, from inside the program and from no other host. What npm did not bring at build time is not there.</summary>
internal static class AssetCatalogue
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByName = Load();
    private static readonly FrozenDictionary<string, Asset> ByFileName = ByName.Values.ToFrozenDictionary(asset => asset.FileName);

    /// <summary>Addresses of those of the named ones that are there, in the given order.</summary>
    public static IEnumerable<string> Addresses(params IEnumerable<string> names) =>
        names.Where(ByName.ContainsKey).Select(name => ByName[name].Address);

    public static string Address(string name) => ByName[name].Address;

    public static Asset? Find(string fileName) => ByFileName.GetValueOrDefault(fileName);

    private static FrozenDictionary<string, Asset> Load()
    {
        var program = Assembly.GetExecutingAssembly();
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => new Asset(name[Prefix.Length..], Read(program.GetManifestResourceStream(name)!)));
    }

    private static byte[] Read(Stream stream)
    {
        using var from = stream;
        var content = new byte[from.Length];
        from.ReadExactly(content);
        return content;
    }
}

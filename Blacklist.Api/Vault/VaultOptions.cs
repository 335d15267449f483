namespace Blacklist.Api.Vault;

/// <summary>Where the vault's keys are; section <c>Vault</c> of the configuration.</summary>
internal sealed record VaultOptions
{
    /// <summary>The key file's content itself, for sites whose secret store fills the environment (<c>Vault__Keys</c>).</summary>
    public string? Keys { get; init; }

    /// <summary>Path of the key file; without it, <c>vault.keys</c> in the data folder.</summary>
    public string? KeyFile { get; init; }

    public static VaultOptions From(IConfiguration configuration, string dataFolder)
    {
        var section = configuration.GetSection("Vault");
        return new VaultOptions
        {
            Keys = section["Keys"] is { Length: > 0 } keys ? keys : null,
            KeyFile = section["KeyFile"] is { Length: > 0 } path ? path : Path.Combine(dataFolder, Vault.Keys.KeyFile.Name),
        };
    }

    /// <summary>Without the keys.</summary>
    public override string ToString() => Keys is null ? $"the vault key file {KeyFile}" : "the setting Vault:Keys";
}

using Blacklist.Api.Hosting;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Vault;

/// <summary>Where the vault's keys are; section <c>Vault</c> of the configuration.</summary>
internal sealed record VaultOptions
{
    /// <summary>The key file's content itself, for sites whose secret store fills the environment (<c>Vault__Keys</c>).</summary>
    public string? Keys { get; init; }

    /// <summary>Path of the key file; without it, <c>vault.keys</c> in the data folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How often a node looks whether keys changed.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a new key is known before it is used: longer than anybody keeps a list of keys.</summary>
    public TimeSpan Ahead { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after it was replaced nobody uses a key any more: the life of a token, and then some.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(11);

    /// <summary>After how long a key should have a successor.</summary>
    public IReadOnlyDictionary<KeyPurpose, TimeSpan> Periods { get; init; } = Enum.GetValues<KeyPurpose>().ToDictionary(purpose => purpose, PeriodOf);

    public static VaultOptions From(IConfiguration configuration, string dataFolder)
    {
        var section = configuration.GetSection("Vault");
        var standard = new VaultOptions();
        return new VaultOptions
        {
            Keys = section["Keys"] is { Length: > 0 } keys ? keys : null,
            KeyFile = section["KeyFile"] is { Length: > 0 } path ? path : System.IO.Path.Combine(dataFolder, Vault.Keys.KeyFile.Name),
            Poll = section.GetValue("Poll", standard.Poll),
            Ahead = section.GetValue("Ahead", standard.Ahead),
            Grace = section.GetValue("Grace", standard.Grace),
            Periods = standard.Periods.ToDictionary(period => period.Key, period => section.GetValue($"Periods:{period.Key}", period.Value)),
        };
    }

    /// <returns>Null when there is no key file.</returns>
    /// <exception cref="StartProblem">It cannot be read, or holds no keys.</exception>
    public VaultKeys? Read() => (Keys ?? Vault.Keys.KeyFile.Read(Path)) is { } text ? VaultKeys.Parse(text, ToString()) : null;

    public string Path => KeyFile ?? throw new StartProblem("Neither Vault:Keys nor Vault:KeyFile says where the vault's keys are.");

    /// <summary>Without the keys.</summary>
    public override string ToString() => Keys is null ? $"the vault key file {KeyFile}" : "the setting Vault:Keys";

    private static TimeSpan PeriodOf(KeyPurpose purpose) => TimeSpan.FromDays(purpose switch
    {
        KeyPurpose.Token => 90,
        KeyPurpose.Receipt => 365,
        _ => 2 * 365,
    });
}

using System.Globalization;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Hosting;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;

namespace Blacklist.Api.CommandLine;

/// <summary>What keys there are, and where they stand; never a key.</summary>
internal static class ListKeysCommand
{
    public static async Task<int> Run(string[] words)
    {
        _ = new Options("keys list", words, [], []);
        await using var registry = await Maintenance.Open();
        foreach (var key in registry.Vault.Keys.Records)
        {
            await System.Console.Out.WriteLineAsync(string.Join("  ",
                $"{EnumWords.Of(key.Purpose),-8}", $"{EnumWords.Of(key.State),-9}", key.Algorithm, $"from {key.InUseFrom:u}", $"until {key.DueAt:u}", key.Id,
                key.MissingOn > 0 ? $"MISSING on {key.MissingOn} nodes" : "", key.State == KeyState.InUse && key.DueAt < DateTimeOffset.UtcNow ? "DUE" : "").TrimEnd());
        }

        return 0;
    }
}

internal static class RotateKeyCommand
{
    public static async Task<int> Run(string purpose, string[] words)
    {
        var options = new Options("keys rotate", words, ["--ahead"], ["--at-once"]);
        if (!EnumWords.TryRead<KeyPurpose>(purpose, out var known))
            throw options.Problem($"'{purpose}' is no purpose; there are master, digest, token and receipt");
        if (options.Has("--at-once") && known is not (KeyPurpose.Token or KeyPurpose.Receipt))
            throw options.Problem("--at-once is for keys that sign");
        var vault = VaultOptions.From(RegistryApp.NewBuilder().Configuration, "");
        var ahead = Ahead(options, vault);
        await using var registry = await Maintenance.Open();
        vault = VaultOptions.From(RegistryApp.NewBuilder().Configuration, registry.Folder.Path);
        var rotation = new KeyRotation(registry.Database.App, registry.Vault.Keys, vault, TimeProvider.System);
        var made = options.Has("--at-once") ? await rotation.ReplaceAtOnce(known, Operator) : Made(await rotation.Rotate(known, ahead, Operator));
        await System.Console.Out.WriteLineAsync(
            known == KeyPurpose.Master
                ? $"The master key {made.Id} is in {vault.Path}. Bring the file to every node: it is used from {made.InUseFrom:u} on, and not before all running nodes have it."
                : $"The {purpose} key {made.Id} is used from {made.InUseFrom:u} on.");
        return 0;
    }

    private const string Operator = "operator";

    private static TimeSpan Ahead(Options options, VaultOptions vault)
    {
        if (!options.Has("--ahead"))
            return vault.Ahead;
        if (!TimeSpan.TryParseExact(options["--ahead"], @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var ahead) || ahead < 3 * vault.Poll)
            throw options.Problem($"--ahead takes hours, minutes and seconds such as 00:10:00, and at least {3 * vault.Poll}: nodes look for new keys every {vault.Poll}");
        return ahead;
    }

    private static KeyRecord Made(Domain.Kernel.Parsed<KeyRecord> made) => made.Is(out var key, out var refused) ? key : throw new StartProblem(refused.Meaning);
}

/// <summary>A copy of the key file for another place than that of the data, sealed under a passphrase.</summary>
internal static class BackUpKeysCommand
{
    public static async Task<int> Run(string[] words)
    {
        var options = new Options("keys backup", words, ["--to", "--passphrase-file"], []);
        var vault = KeyPlace.Of(RegistryApp.NewBuilder().Configuration);
        var keys = vault.Read() ?? throw new StartProblem($"There is no key file {vault.Path}.");
        var passphrase = await Passphrase.Read(options);
        if (passphrase.Length < KeyBackup.ShortestPassphrase)
            throw options.Problem($"a passphrase has at least {KeyBackup.ShortestPassphrase} characters");
        KeyFile.Create(options["--to"], KeyBackup.Seal(keys, passphrase, TimeProvider.System.GetUtcNow()));
        await System.Console.Out.WriteLineAsync($"{options["--to"]} has {keys.MasterKeys.Count} master keys ({string.Join(", ", keys.MasterKeys)}). Keep it away from the data and from the passphrase.");
        return 0;
    }
}

/// <summary>Puts the key file back. Whether it is the one of the data, the next start says.</summary>
internal static class RestoreKeysCommand
{
    public static async Task<int> Run(string[] words)
    {
        var options = new Options("keys restore", words, ["--from", "--passphrase-file"], []);
        var vault = KeyPlace.Of(RegistryApp.NewBuilder().Configuration);
        var text = KeyFile.Read(options["--from"]) ?? throw new StartProblem($"There is no file {options["--from"]}.");
        var keys = KeyBackup.Open(text, await Passphrase.Read(options), options["--from"]);
        if (vault.Read() is not { } there)
            KeyFile.Create(vault.Path, keys.ToJson());
        else if (there.ToJson() != keys.ToJson())
            throw new StartProblem($"{vault.Path} is there already and has other keys than the backup: put it aside first.");
        await System.Console.Out.WriteLineAsync($"{vault.Path} has the {keys.MasterKeys.Count} master keys of the backup ({string.Join(", ", keys.MasterKeys)}).");
        return 0;
    }
}

internal static class KeyPlace
{
    public static VaultOptions Of(IConfiguration configuration) => VaultOptions.From(configuration, DataFolder.Open(configuration).Path);
}

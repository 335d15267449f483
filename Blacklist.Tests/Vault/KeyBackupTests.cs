using System.Net;
using System.Text;
using Blacklist.Api.Hosting;
using Blacklist.Api.Vault.Keys;
using Blacklist.Tests.Receipts;

namespace Blacklist.Tests.Vault;

/// <summary>The keys are kept apart from the data: either alone opens nothing, and together they answer as before.</summary>
public sealed class KeyBackupTests : IDisposable
{
    private const string Words = "天下兴亡匹夫有责天下兴亡";

    private readonly TemporaryDataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_backup_opens_with_its_passphrase_and_with_no_other()
    {
        var keys = VaultSamples.Keys(seed: 3);
        var backup = KeyBackup.Seal(keys, Words, DateTimeOffset.UnixEpoch);

        KeyBackup.Open(backup, Words, "here").ToJson().ShouldBe(keys.ToJson());
        backup.ShouldContain(keys.MasterKeys[0].Id);
        backup.ShouldNotContain(Convert.ToBase64String(keys.MasterKeys[0].Key));
        Refused(backup, Words + "。").ShouldStartWith("here does not open: the passphrase is not the one");
        Refused(backup.Replace("00000003", "00000004", StringComparison.Ordinal), Words).ShouldStartWith("here does not open");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"masterKeys":[]}""")]
    public void What_is_no_backup_is_told_to_be_none(string text) => Refused(text, Words).ShouldBe("here is no backup of keys that 'keys backup' made.");

    [Fact]
    public async Task The_data_alone_opens_to_nobody_and_with_the_restored_keys_it_answers_as_before()
    {
        var (file, copy, passphrase) = (Path("vault.keys"), Path("keys.backup"), Path("passphrase"));
        KeyFile.Create(file, VaultSamples.Keys(seed: 1).ToJson());
        await File.WriteAllTextAsync(passphrase, Words + "\n");
        await using var database = await RegistryNode.CreateDatabase();
        var before = await Answer(database, file);
        (await Run("keys", "backup", "--to", copy, "--passphrase-file", passphrase)).ShouldBe((0, $"{copy} has 1 master keys (00000001). Keep it away from the data and from the passphrase."));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(copy).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        File.Delete(file);
        (await Should.ThrowAsync<StartProblem>(() => Answer(database, file))).Message.ShouldContain("is missing");
        KeyFile.Create(file, VaultSamples.Keys(seed: 7).ToJson());
        (await Should.ThrowAsync<StartProblem>(() => Answer(database, file))).Message.ShouldContain("lacks the master key 00000001");
        (await Run("keys", "restore", "--from", copy, "--passphrase-file", passphrase)).ShouldBe((1, $"{file} is there already and has other keys than the backup: put it aside first."));
        File.Delete(file);

        (await Run("keys", "restore", "--from", copy, "--passphrase-file", passphrase)).ShouldBe((0, $"{file} has the 1 master keys of the backup (00000001)."));

        (await Answer(database, file, before.Receipt)).Verdict.ShouldBe(before.Verdict);
        before.Verdict.ShouldBe("restricted");
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private static string Refused(string text, string passphrase) => Should.Throw<StartProblem>(() => KeyBackup.Open(text, passphrase, "here")).Message;

    /// <summary>What a node says of somebody who is listed, and whether it knows a receipt that was given before.</summary>
    private static async Task<(string Verdict, string Receipt)> Answer(TestDatabase database, string keyFile, string? known = null)
    {
        await using var node = await RegistryNode.StartWith(database, ("Vault:Keys", ""), ("Vault:KeyFile", keyFile));
        if (known is null)
            await node.Story.Listed("张三", ResidentIds.Zhang);
        else
            (await node.Story.Clerk.Post("/public/v1/receipts/verify", known, key: null)).ShouldBe(HttpStatusCode.OK)["genuine"].ShouldBe("true");
        var check = await node.Story.Check("张三", ResidentIds.Zhang);
        return (check.Verdict(), Encoding.UTF8.GetString(ReceiptNodes.BytesOf(check)));
    }

    private async Task<(int ExitCode, string Output)> Run(params string[] words)
    {
        await using var process = ServiceProcess.Launch(ServiceProcess.On(_folder), words);
        return (await process.Exit(), process.Output.Trim());
    }
}

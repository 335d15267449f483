using Blacklist.Api.Hosting;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

public sealed class VaultOpeningTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blacklist-vault-");
    private TestDatabase _database = null!;

    private VaultOptions InFile => new() { KeyFile = Path.Combine(_folder.FullName, KeyFile.Name) };

    public async Task InitializeAsync() => _database = await VaultDatabase.Create();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_first_start_makes_the_keys_and_the_next_one_uses_them()
    {
        var first = await _database.OpenVault(InFile);
        var next = await _database.OpenVault(InFile);

        KeyFile.IsOpenToOthers(InFile.KeyFile!).ShouldBeFalse();
        next.Digest(ZhangIdentity.Documents[0]).ShouldBe(first.Digest(ZhangIdentity.Documents[0]));
    }

    [Fact]
    public async Task Without_the_key_file_it_does_not_open_and_makes_no_new_one()
    {
        await _database.OpenVault(InFile);
        File.Delete(InFile.KeyFile!);

        (await Refused(InFile)).ShouldContain("is missing");

        File.Exists(InFile.KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task With_other_keys_it_does_not_open()
    {
        await _database.OpenVault(Keys(1));

        (await Refused(Keys(7))).ShouldContain("lacks the master key 00000001");
    }

    [Fact]
    public async Task With_another_key_under_the_same_id_it_does_not_open()
    {
        await _database.OpenVault(Keys(1));
        var changed = Keys(1) with { DigestKeys = [Keys(1).DigestKeys[0] with { Key = Keys(7).DigestKeys[0].Key }] };

        (await Refused(changed)).ShouldContain("another digest key under the id 00000101");
    }

    [Fact]
    public async Task A_second_digest_key_is_refused_because_it_would_find_nobody()
    {
        await _database.OpenVault(Keys(1));

        (await Refused(Keys(1) with { DigestKeys = [Keys(1).DigestKeys[0], Keys(7).DigestKeys[0]] })).ShouldContain("digest key 00000107");
    }

    [Fact]
    public async Task A_second_master_key_is_welcome_and_from_then_on_needed()
    {
        await _database.OpenVault(Keys(1));
        await _database.OpenVault(Keys(1) with { MasterKeys = [Keys(1).MasterKeys[0], Keys(7).MasterKeys[0]] });

        (await Refused(Keys(1))).ShouldContain("lacks the master key 00000007");
    }

    [Fact]
    public async Task Two_first_starts_at_once_agree_on_one_file()
    {
        var vaults = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _database.OpenVault(InFile)));

        vaults.Select(vault => vault.Digest(ZhangIdentity.Documents[0])).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_first_starts_with_their_own_folders_one_is_refused_and_leaves_no_key_file()
    {
        var other = new VaultOptions { KeyFile = Path.Combine(_folder.CreateSubdirectory("other").FullName, KeyFile.Name) };
        await _database.OpenVault(InFile);

        (await Refused(other)).ShouldContain("is missing");

        File.Exists(other.KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_holds_no_keys_is_refused_and_kept()
    {
        await File.WriteAllTextAsync(InFile.KeyFile!, "not keys");

        (await Refused(InFile)).ShouldContain("is not a vault key file");

        (await File.ReadAllTextAsync(InFile.KeyFile!)).ShouldBe("not keys");
    }

    private Task<string> Refused(VaultKeys keys) => Refused(new VaultOptions { Keys = keys.ToJson() });

    private async Task<string> Refused(VaultOptions options)
    {
        var message = (await Should.ThrowAsync<StartProblem>(() => _database.OpenVault(options))).Message;
        message.ShouldNotContain("\n");
        return message;
    }
}

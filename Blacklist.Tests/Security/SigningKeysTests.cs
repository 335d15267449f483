using System.Security.Cryptography;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Security;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private IdentityVault _vault = null!;

    public async Task InitializeAsync()
    {
        _database = await VaultDatabase.Create();
        _vault = await _database.OpenVault();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task All_nodes_sign_with_one_key_also_when_they_first_start_at_once()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Open()));

        nodes.Select(keys => keys.Current.Kid).Distinct().Count().ShouldBe(1);
        var signature = nodes[0].Current.Security.ECDsa.SignData("text"u8, HashAlgorithmName.SHA256);
        nodes[5].Current.Security.ECDsa.VerifyData("text"u8, signature, HashAlgorithmName.SHA256).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_purpose_has_keys_of_its_own() =>
        (await SigningKeys.Open(_database.App, _vault, KeyPurpose.Receipt)).Current.Kid.ShouldNotBe((await Open()).Current.Kid);

    [Fact]
    public async Task A_newer_key_is_published_then_signs_and_the_older_one_verifies_for_a_while_and_is_kept()
    {
        var keys = await Open();
        var first = keys.Current.Kid;
        var second = (await Rotate(TimeSpan.FromHours(1))).Id;
        keys.Current.Kid.ShouldBe(first);
        keys.Published.Select(key => key.Kid).ShouldBe([first, second]);

        await _database.Owner.Execute($"update vault.keys set in_use_from = now() where key_id = '{second}'");
        await keys.Refresh();
        keys.Current.Kid.ShouldBe(second);
        keys.Published.Select(key => key.Kid).ShouldBe([first, second]);

        await _database.Owner.Execute($"update vault.keys set settled_at = now() where key_id = '{first}'");
        await keys.Refresh();
        keys.Published.Select(key => key.Kid).ShouldBe([second]);
        keys.Kept.Select(key => key.Kid).ShouldBe([first, second]);
    }

    [Fact]
    public async Task A_key_that_others_may_know_signs_nothing_from_then_on()
    {
        var keys = await Open();
        var first = keys.Current.Kid;

        var second = await Rotation.ReplaceAtOnce(KeyPurpose.Token, "operator");

        keys.Current.Kid.ShouldBe(second.Id);
        keys.Published.Select(key => key.Kid).ShouldBe([second.Id]);
        keys.Kept.Select(key => key.Kid).ShouldBe([first, second.Id]);
    }

    [Fact]
    public async Task One_change_at_a_time_is_under_way()
    {
        await Open();
        await Rotate(TimeSpan.FromHours(1));

        (await Rotation.Rotate(KeyPurpose.Token, TimeSpan.FromHours(1), "operator")).Is(out _, out var refused).ShouldBeFalse();

        refused.ShouldBe(KeyRotation.UnderWay);
    }

    [Theory]
    [InlineData("update vault.keys set purpose = 'token', key_id = 'another' where purpose = 'receipt'")]
    [InlineData("update vault.keys set purpose = 'token' where purpose = 'receipt'")]
    [InlineData("update vault.keys set sealed = (select sealed from vault.keys where purpose = 'receipt') where purpose = 'token'")]
    public async Task A_row_that_somebody_changed_signs_nothing(string sql)
    {
        await Open();
        await SigningKeys.Open(_database.App, _vault, KeyPurpose.Receipt);
        await _database.Owner.Execute(sql);

        await Should.ThrowAsync<CryptographicException>(() => _database.OpenVault());
    }

    [Fact]
    public async Task The_private_key_is_stored_sealed()
    {
        var key = (await Open()).Current;

        var stored = await _database.Owner.Scalar<byte[]>("select sealed from vault.keys where purpose = 'token'");

        Convert.ToHexString(stored).ShouldNotContain(Convert.ToHexString(key.Security.ECDsa.ExportParameters(true).D!));
        key.PublicJwk.ShouldNotContain("\"d\"");
    }

    private KeyRotation Rotation => new(_database.App, _vault.Keys, new VaultOptions(), TimeProvider.System);

    private async Task<KeyRecord> Rotate(TimeSpan ahead) => (await Rotation.Rotate(KeyPurpose.Token, ahead, "operator")).Value!;

    private Task<SigningKeys> Open() => SigningKeys.Open(_database.App, _vault, KeyPurpose.Token);
}

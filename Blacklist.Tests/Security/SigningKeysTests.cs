using System.Security.Cryptography;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
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
        (await SigningKeys.Open(_database.App, _vault, "other")).Current.Kid.ShouldNotBe((await Open()).Current.Kid);

    [Fact]
    public async Task A_newer_key_signs_and_the_older_one_still_verifies_until_it_is_retired()
    {
        var first = (await Open()).Current.Kid;
        await _database.Owner.Execute("update security.signing_keys set retired_at = now()");
        var second = (await Open()).Current.Kid;
        await _database.Owner.Execute("update security.signing_keys set retired_at = null");

        var both = await Open();

        both.Current.Kid.ShouldBe(second);
        both.Published.Select(key => key.Kid).ShouldBe([first, second]);
    }

    [Theory]
    [InlineData("update security.signing_keys set purpose = 'token', kid = 'another' where purpose = 'other'")]
    [InlineData("update security.signing_keys set purpose = 'token' where purpose = 'other'")]
    [InlineData("update security.signing_keys set sealed_private_key = (select sealed_private_key from security.signing_keys where purpose = 'other')")]
    public async Task A_row_that_somebody_changed_signs_nothing(string sql)
    {
        await Open();
        await SigningKeys.Open(_database.App, _vault, "other");
        await _database.Owner.Execute(sql);

        await Should.ThrowAsync<CryptographicException>(Open);
    }

    [Fact]
    public async Task The_private_key_is_stored_sealed()
    {
        var key = (await Open()).Current;

        var stored = await _database.Owner.Scalar<byte[]>("select sealed_private_key from security.signing_keys");

        Convert.ToHexString(stored).ShouldNotContain(Convert.ToHexString(key.Security.ECDsa.ExportParameters(true).D!));
        key.PublicJwk.ShouldNotContain("\"d\"");
    }

    private Task<SigningKeys> Open() => SigningKeys.Open(_database.App, _vault, SigningKeys.ForTokens);
}

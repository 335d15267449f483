using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

/// <summary>A database from before keys were records, with the key file and the signing key it had.</summary>
public sealed class FormerKeysTests : IAsyncLifetime
{
    private static readonly DatabaseTemplate Before = new("before_keys_were_records", owner => WithScripts(owner, name => string.CompareOrdinal(name, "0052") < 0));

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PrivateCluster.CreateDatabase(Before);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Its_keys_go_on_as_records_and_the_digest_key_is_needed_in_the_file_no_more()
    {
        var former = new IdentityVault(_database.App, Ring());
        var token = SigningKey.Create(Ring(), KeyPurpose.Token, TimeSpan.Zero, TimeSpan.FromDays(1));
        foreach (var (key, use) in new[] { (Keys(1).MasterKeys[0], 1), (Keys(1).DigestKeys[0], 2) })
            await _database.Owner.Execute($"INSERT INTO vault.key_checks (key_id, key_use, check_value) VALUES ('{key.Id}', {use}, '\\x{Convert.ToHexString(KeyRing.CheckOf(key))}')");
        await _database.Owner.Execute(
            $"INSERT INTO security.signing_keys (kid, purpose, public_jwk, sealed_private_key) VALUES ('{token.Id}', 'token', '{token.PublicJwk}', '\\x{Convert.ToHexString(token.Sealed!)}')");
        await _database.Store(former, (Zhang, ZhangIdentity));

        await SchemaMigrations.Apply(_database.Owner, SchemaMigrations.Folder);
        foreach (var keys in new[] { Keys(1), Keys(1) with { DigestKeys = [] } })
        {
            var vault = await _database.OpenVault(keys);
            (await vault.Find(ZhangIdentity.Documents[0])).ShouldBe([Zhang]);
            (await vault.Open([Zhang]))[Zhang].Identity!.Name.ShouldBe(ZhangIdentity.Name);
            vault.Mac("request"u8).ShouldBe(former.Mac("request"u8), "what was recognized before is recognized");
            (await SigningKeys.Open(_database.App, vault, KeyPurpose.Token)).Current.Kid.ShouldBe(token.Id);
        }
    }

    private static async Task WithScripts(Npgsql.NpgsqlDataSource owner, Func<string, bool> of)
    {
        var folder = Directory.CreateTempSubdirectory("blacklist-schema-");
        foreach (var script in Directory.EnumerateFiles(SchemaMigrations.Folder, "*.sql").Where(path => of(Path.GetFileName(path))))
            File.Copy(script, Path.Combine(folder.FullName, Path.GetFileName(script)));
        await SchemaMigrations.Apply(owner, folder.FullName);
        folder.Delete(recursive: true);
    }
}

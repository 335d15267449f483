using System.Collections.Concurrent;
using System.Security.Cryptography;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Npgsql;
using static Blacklist.Tests.Vault.VaultSamples;

namespace Blacklist.Tests.Vault;

public sealed class IdentityVaultTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private IdentityVault _vault = null!;

    public async Task InitializeAsync()
    {
        _database = await VaultDatabase.Create();
        _vault = await _database.OpenVault();
        await _database.Store(_vault, (Zhang, ZhangIdentity), (Li, LiIdentity));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Stored_persons_open_one_by_one_and_all_together()
    {
        var some = await _vault.Open([Zhang]);
        Everybody(person => person == Zhang).Select(person => person.Id).ShouldBe([Zhang]);
        var all = Everybody();

        some[Zhang].Identity!.Documents.ShouldBe(ZhangIdentity.Documents);
        all.Select(person => person.Id).ShouldBe([Zhang, Li], ignoreOrder: true);
        all.Single(person => person.Id == Li).Identity!.Name.ShouldBe(LiIdentity.Name);
    }

    [Fact]
    public async Task In_a_snapshot_who_is_erased_later_is_still_there()
    {
        using var snapshot = Snapshot();
        await _vault.Erase(Zhang);

        _vault.Open([Zhang], snapshot)[Zhang].Identity!.Name.ShouldBe(ZhangIdentity.Name);
        (await _vault.Open([Zhang]))[Zhang].IsErased.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_is_found_by_each_document_and_by_no_other()
    {
        foreach (var document in ZhangIdentity.Documents)
            (await _vault.Find(document)).ShouldBe([Zhang]);
        (await _vault.Find(Document(DocumentType.Passport, "E00000002", "CHN"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_node_with_the_same_keys_reads_what_the_first_one_stored()
    {
        var other = await _database.OpenVault();

        (await other.Open([Zhang]))[Zhang].Identity!.Name.ShouldBe(ZhangIdentity.Name);
        other.Digest(ZhangIdentity.Documents[0]).ShouldBe(_vault.Digest(ZhangIdentity.Documents[0]));
        other.Mac("request"u8).ShouldBe(_vault.Mac("request"u8));
        other.OpenBlob(_vault.SealBlob("question"u8, "check"u8), "check"u8).ShouldBe("question"u8.ToArray());
    }

    [Fact]
    public async Task Storing_a_person_again_changes_nothing()
    {
        await _database.Store(_vault, (Zhang, LiIdentity), (Zhang, ZhangIdentity));

        (await _vault.Open([Zhang]))[Zhang].Identity!.Name.ShouldBe(ZhangIdentity.Name);
        (await Count("vault.document_digests")).ShouldBe(2);
    }

    [Fact]
    public async Task An_erased_person_keeps_a_row_and_nothing_else()
    {
        await _vault.Erase(Zhang);

        (await _vault.Open([Zhang, Li]))[Zhang].IsErased.ShouldBeTrue();
        Everybody().Single(person => person.Id == Zhang).Identity.ShouldBeNull();
        (await _vault.Find(ZhangIdentity.Documents[0])).ShouldBeEmpty();
        (await Count("vault.persons where erased_at is not null and wrapped_key is null and sealed is null")).ShouldBe(1);
        (await Count("vault.document_digests")).ShouldBe(0);
    }

    [Fact]
    public async Task Erasing_twice_is_erasing_once_and_storing_afterwards_brings_nobody_back()
    {
        await _vault.Erase(Zhang);
        var erasedAt = await _database.App.Scalar<DateTime>("select erased_at from vault.persons where erased_at is not null");
        await _database.Store(IdentityVault.Erasure(Zhang));
        await _database.Store(_vault, (Zhang, ZhangIdentity));

        (await _database.App.Scalar<DateTime>("select erased_at from vault.persons where erased_at is not null")).ShouldBe(erasedAt);
        (await _vault.Open([Zhang]))[Zhang].IsErased.ShouldBeTrue();
        (await _vault.Find(ZhangIdentity.Documents[0])).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_given_to_another_person_in_the_database_does_not_open()
    {
        await _database.Owner.Execute(
            $"""
            update vault.persons set (wrapped_key, sealed) = (select wrapped_key, sealed from vault.persons where person_id = '{Zhang.Value}')
            where person_id = '{Li.Value}'
            """);

        await Should.ThrowAsync<CryptographicException>(() => _vault.Open([Li]));
        Should.Throw<CryptographicException>(() => Everybody());
    }

    [Fact]
    public async Task A_person_who_was_never_sealed_is_not_passed_over() =>
        await Should.ThrowAsync<InvalidOperationException>(() => _vault.Open([Zhang, new PersonId(Guid.Empty)]));

    [Theory]
    [InlineData("update vault.persons set erased_at = null")]
    [InlineData("update vault.persons set sealed = null, wrapped_key = null, erased_at = now()")]
    [InlineData("delete from vault.persons")]
    [InlineData("truncate vault.persons cascade")]
    [InlineData("delete from vault.document_digests")]
    [InlineData("update vault.document_digests set person_id = person_id")]
    [InlineData("delete from vault.keys")]
    [InlineData("update vault.keys set check_value = check_value")]
    public async Task The_service_can_change_a_person_in_no_other_way(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => _database.App.Execute(sql))).SqlState
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task No_table_of_the_database_shows_a_number_or_a_name()
    {
        var blob = _vault.SealBlob("70000019851231003X 张三"u8, []);
        await _database.Owner.Execute($"create table vault.blobs as select '\\x{Convert.ToHexString(blob)}'::bytea as blob");

        var dump = await Dump();

        dump.ShouldContain(Zhang.Value.ToString());
        foreach (var canary in new[] { "70000019851231003X", "E00000001", "19851231", "张三", "李四" })
        {
            dump.ShouldNotContain(canary);
            dump.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(canary)));
        }
    }

    private Task<long> Count(string from) => _database.App.Scalar<long>($"select count(*) from {from}");

    /// <summary>Every row of every table as text; bytea is hexadecimal there.</summary>
    private Task<string> Dump() => _database.Owner.Scalar<string>(
        """
        select string_agg(query_to_xml(format('select * from %I.%I', table_schema, table_name), true, true, '')::text, ' ')
        from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')
        """);

    private List<OpenedPerson> Everybody(Func<PersonId, bool>? wanted = null)
    {
        var all = new ConcurrentBag<OpenedPerson>();
        using var snapshot = Snapshot();
        _vault.OpenAll(snapshot, wanted ?? (_ => true), all.Add);
        return [.. all];
    }

    private LogSnapshot Snapshot()
    {
        var snapshot = LogSnapshot.Prepare(_database.App);
        snapshot.Take();
        return snapshot;
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Receipts;

/// <summary>Two nodes of one database with somebody listed, and answers that were recorded together, so that their receipts have paths.</summary>
public sealed class ReceiptNodes : IAsyncLifetime
{
    public const string Listed = "张三";

    private const int Together = 120;

    internal RegistryNode First { get; private set; } = null!;

    internal RegistryNode Second { get; private set; } = null!;

    internal TestDatabase Database { get; private set; } = null!;

    /// <summary>Receipts of both nodes, byte by byte; the longest path last.</summary>
    internal IReadOnlyList<byte[]> Receipts { get; private set; } = [];

    internal string Number => ResidentIds.Zhang;

    public async Task InitializeAsync()
    {
        Database = await RegistryNode.CreateDatabase();
        First = await RegistryNode.Start(Database);
        Second = await RegistryNode.Start(Database);
        await First.Story.Listed(Listed, Number);
        var answers = await Task.WhenAll(Enumerable.Range(0, Together).Select(asked =>
            (asked % 3 == 0 ? Second : First).Story.Check("慕容复", asked % 5 == 0 ? null : ResidentIds.Of(asked))));
        ApiAnswer[] oneAfterTheOther = [await First.Story.Check("慕容复", ResidentIds.Of(Together)), await First.Story.Check("慕容复", ResidentIds.Of(Together + 1))];
        Receipts = [.. answers.Concat(oneAfterTheOther).Select(BytesOf).OrderBy(receipt => JsonNode.Parse(receipt)!["path"]!.AsArray().Count)];
    }

    public async Task DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The last field of the answer, as it was sent.</summary>
    internal static byte[] BytesOf(ApiAnswer answer) => Encoding.UTF8.GetBytes(Split(answer).Receipt);

    /// <summary>What was answered, without the receipt.</summary>
    internal static string AnswerOf(ApiAnswer answer) => Split(answer).Answer;

    /// <summary>The registry's keys as a file, as a verifier keeps them.</summary>
    internal async Task<string> SaveKeys(string folder)
    {
        using var nobody = ApiCaller.Anonymous(First.Url);
        var file = Path.Combine(folder, "receipt-keys.json");
        await File.WriteAllTextAsync(file, (await nobody.Get("/.well-known/receipt-keys.json")).ShouldBe(HttpStatusCode.OK).Text);
        return file;
    }

    private static (string Answer, string Receipt) Split(ApiAnswer answer)
    {
        const string Field = ",\"receipt\":";
        var place = answer.ShouldBe(HttpStatusCode.OK).Text.LastIndexOf(Field, StringComparison.Ordinal);
        return (answer.Text[..place] + "}", answer.Text[(place + Field.Length)..^1]);
    }
}

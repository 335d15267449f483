using System.Runtime.CompilerServices;
using System.Text;
using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Receipts;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>
/// Takes a file in: row by row from the caller into sealed chunks, so that memory does not grow with it and any node can work on it. It is
/// there when all of it is; whatever ends the reception before leaves nothing.
/// </summary>
internal sealed class FileReception(ApplicantFileRecord files, FileChunkRecord chunks, IdentityVault vault)
{
    public const int MostRows = 2_000_000;

    private const int RowsAtOnce = 500;
    private const int MostAtOnce = 4;
    private const int MostOfOne = 2; // who sends slowly keeps nobody else out

    private readonly List<string> _underWay = [];

    public async Task<ReceptionOutcome> Receive(SentFile sent, Stream content, CancellationToken cancellation)
    {
        if (!Begins(sent.Client))
        {
            return new ReceptionOutcome.Overloaded();
        }

        try
        {
            return await Take(sent, content, cancellation);
        }
        finally
        {
            lock (_underWay)
            {
                _underWay.Remove(sent.Client);
            }
        }
    }

    private bool Begins(string client)
    {
        lock (_underWay)
        {
            var isWelcome = _underWay.Count < MostAtOnce && _underWay.Count(other => other == client) < MostOfOne;
            if (isWelcome)
            {
                _underWay.Add(client);
            }

            return isWelcome;
        }
    }

    private async Task<ReceptionOutcome> Take(SentFile sent, Stream content, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var key = vault.Mac(sent.Key);
        try
        {
            await files.Begin(id, key, sent);
            using var upload = new UploadStream(content);
            var inChinese = false;
            var (rows, stored) = await Store(id, Rows(id, sent.Form, upload, headings => inChinese |= headings.InChinese, cancellation));
            var hash = upload.Hash();
            var digest = vault.Mac([.. hash, .. Encoding.ASCII.GetBytes($"{EnumWords.Of(sent.Purpose)} {EnumWords.Of(sent.Form)}")]);
            return await files.Accept(id, rows, stored, inChinese, digest, Commitments.OfHashed(hash).ToArray())
                ? new ReceptionOutcome.Accepted(await files.Now(id, CancellationToken.None))
                : await files.SentBefore(sent.Client, key, digest) is { } before ? new ReceptionOutcome.Accepted(before) : new ReceptionOutcome.KeyUsedOtherwise();
        }
        finally
        {
            await files.Discard(id); // nothing, if it was accepted
        }
    }

    private IAsyncEnumerable<FileRow> Rows(Guid id, FileForm form, UploadStream upload, Action<Headings> headings, CancellationToken cancellation) => form switch
    {
        FileForm.Ndjson => NdjsonForm.Read(upload, cancellation),
        FileForm.Csv => CsvForm.Read(upload, headings, cancellation),
        _ => Unpacked(id, upload, headings, cancellation),
    };

    /// <summary>A workbook's table of contents is at its end: it has to lie somewhere before it can be read.</summary>
    private async IAsyncEnumerable<FileRow> Unpacked(
        Guid id, UploadStream upload, Action<Headings> headings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (length, number) = (0L, 0);
        var buffer = new byte[SealedWorkbook.ChunkBytes];
        for (var read = buffer.Length; read == buffer.Length; number++)
        {
            read = await upload.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            await chunks.Store(id, FileChunkKind.Workbook, number, buffer.AsMemory(0, read));
            length += read;
        }

        using var workbook = new SealedWorkbook(length, chunk => chunks.OpenAtOnce(id, FileChunkKind.Workbook, chunk));
        foreach (var row in XlsxForm.Read(workbook, headings))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }

        await chunks.Drop(id, FileChunkKind.Workbook);
    }

    private async Task<(int Rows, int Chunks)> Store(Guid id, IAsyncEnumerable<FileRow> rows)
    {
        var (count, stored) = (0, 0);
        await foreach (var some in rows.Chunk(RowsAtOnce))
        {
            count += some.Length;
            if (count > MostRows)
            {
                throw FileRefusals.TooManyRows.Exception(MostRows);
            }

            await chunks.Store(id, FileChunkKind.Rows, stored++, FileRow.Write(some));
        }

        return count > 0 ? (count, stored) : throw FileRefusals.NoRows.Exception();
    }
}

/// <param name="Key">The caller's Idempotency-Key.</param>
internal sealed record SentFile(string Client, string Key, CheckPurpose Purpose, IReadOnlyList<RegionCode> Regions, DisclosureTier Tier, FileForm Form)
{
    public static SentFile By(Caller caller, string key, CheckPurpose purpose, FileForm form) =>
        new(caller.Subject, key, purpose, caller.Regions, Disclosures.OfCheck(caller), form);
}

internal abstract record ReceptionOutcome
{
    private ReceptionOutcome()
    {
    }

    public sealed record Accepted(ApplicantFile File) : ReceptionOutcome;

    public sealed record KeyUsedOtherwise : ReceptionOutcome;

    public sealed record Overloaded : ReceptionOutcome;
}

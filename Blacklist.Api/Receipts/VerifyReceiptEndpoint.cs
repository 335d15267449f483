using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Receipts;

internal static class VerifyReceiptEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapPost("/public/v1/receipts/verify", Handle)
        .Summary("Is this receipt genuine?",
            """
            The body is the receipt, byte by byte as it was given: any change makes it none, also one that only changes how it is written. Beside the
            signature, the registry looks whether it ever stored the root. `docs/verify-receipt.mjs` verifies the same without the registry.
            """)
        .Example(Example)
        .Answers<ReceiptVerification>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Body<ReceiptDocument> body, ReceiptVerifier verifier, ReceiptKeys keys, RootRecord roots, TimeProvider time, CancellationToken cancellation)
    {
        await keys.LookFor(body.Value.Kid);
        var (receipt, flaw) = verifier.Verify(body.Bytes.Span);
        if (receipt is not null && !await roots.Holds(receipt.Statement, cancellation))
        {
            (receipt, flaw) = (null, ReceiptFlaw.RootUnknown);
        }

        return Answer.Ok(receipt is null ? new ReceiptVerification(Genuine: false, flaw) : Verified(receipt, LegalDate.At(time.GetUtcNow())));
    }

    private static ReceiptVerification Verified(Receipt receipt, DateOnly today)
    {
        using var document = JsonDocument.Parse(receipt.Content.Answer);
        var answer = document.RootElement;
        return new ReceiptVerification(
            Genuine: true, Flaw: null, Read("checkId")?.GetGuid(), Read("verdict")?.GetString(), (Read("checkedAt") ?? Read("finishedAt"))?.GetDateTimeOffset(),
            receipt.Content.ReliableUntil, today <= receipt.Content.ReliableUntil, receipt.Reference(), Read("fileId")?.GetGuid());

        JsonElement? Read(string field) => answer.TryGetProperty(field, out var value) ? value : null;
    }

    private const string Example =
        """
        { "format": "blacklist-receipt-1", "answer": "e30", "reliableUntil": null, "salt": "AAAAAAAAAAAAAAAAAAAAAA",
          "question": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "subjects": [["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]], "leaf": 0, "path": [],
          "statement": { "format": "blacklist-receipt-root-1", "chain": "0b000000-0000-7000-8000-000000000051", "number": 1,
                         "previous": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "root": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "leaves": 1, "position": 0 },
          "kid": "none", "signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }
        """;
}

/// <param name="Flaw">Why it is not genuine; null when it is.</param>
/// <param name="CheckId">Null for the receipt of a file.</param>
/// <param name="Verdict">What the receipt proves that was answered; null for that of a file, which proves many.</param>
/// <param name="CheckedAt">When the check was answered, or the last of the file.</param>
/// <param name="MayBeReliedOn">An approval of today may rest on it.</param>
/// <param name="Reference">What the receipt's QR code holds.</param>
/// <param name="FileId">The file of applicants, for the receipt over all its rows.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record ReceiptVerification(
    bool Genuine,
    ReceiptFlaw? Flaw,
    Guid? CheckId = null,
    string? Verdict = null,
    DateTimeOffset? CheckedAt = null,
    DateOnly? ReliableUntil = null,
    bool? MayBeReliedOn = null,
    string? Reference = null,
    Guid? FileId = null);

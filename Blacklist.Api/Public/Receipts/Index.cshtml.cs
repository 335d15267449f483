using System.Text;
using System.Text.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Public.Receipts;

/// <summary>验证核查回执: whoever holds a receipt learns whether the registry gave it, and what it proves.</summary>
internal sealed class IndexModel(ReceiptVerifier verifier, ReceiptKeys keys, RootRecord roots, TimeProvider time) : PageModel
{
    /// <summary>Two hundred applicants with ten documents each are far less.</summary>
    private const int MostBytes = 512 * 1024;

    [BindProperty]
    public string? Receipt { get; set; }

    [BindProperty(Name = "file")]
    public IFormFile? Upload { get; set; }

    /// <summary>As the QR code of a paper copy holds it.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>Null before anything was given.</summary>
    public ReceiptVerification? Verification { get; private set; }

    /// <summary>Nothing was given, or too much.</summary>
    public bool IsEmpty { get; private set; }

    public bool? IsOfThePaper => string.IsNullOrWhiteSpace(Reference) || Verification is not { Genuine: true }
        ? null
        : Reference.Trim() == Verification.Reference;

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        var bytes = await Given(cancellation);
        IsEmpty = bytes.Length == 0;
        if (IsEmpty)
        {
            return Page();
        }

        Verification = new ReceiptVerification(Genuine: false, ReceiptFlaw.Malformed);
        if (Document(bytes) is not { } document)
        {
            return Page();
        }

        var answer = await VerifyReceiptEndpoint.Handle(new Body<ReceiptDocument>(document, bytes), verifier, keys, roots, time, cancellation);
        Verification = JsonSerializer.Deserialize<ReceiptVerification>(((Answer)answer).Body.Span, EdgeJson.Options);
        return Page();
    }

    private async Task<byte[]> Given(CancellationToken cancellation)
    {
        if (Upload is { Length: > 0 and <= MostBytes })
        {
            var content = new MemoryStream();
            await Upload.CopyToAsync(content, cancellation);
            return content.ToArray();
        }

        return Encoding.UTF8.GetBytes(Receipt?.Trim() ?? "");
    }

    private static ReceiptDocument? Document(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<ReceiptDocument>(bytes, EdgeJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Blacklist.Domain.BannedOrganizations.Papers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.BannedOrganizations.Papers;

/// <summary>A scan as it was sent: what it is shows in its bytes alone, and only what a reader can open without harm is kept.</summary>
internal sealed record PaperContent(PaperForm Form, ReadOnlyMemory<byte> Bytes, string Sha256)
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>An image of more points is a small file that fills a reader's memory.</summary>
    private const long MostPoints = 100_000_000;

    private const int Tail = 1024;

    public static readonly Refusal Unknown = new("paper_form_unknown", "A paper is a PDF, a PNG or a JPEG; this content is none of them, or is cut off.");

    public static readonly Refusal TooManyPoints = new("paper_image_too_large", "The image has more points than a scan of a paper.");

    public static readonly Refusal Active = new("paper_has_active_content", "The PDF holds a script, a program to start or a file inside; print it to a plain PDF.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Unknown, TooManyPoints, Active];

    private static readonly byte[][] ActiveNames = [.. new[] { "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia" }.Select(Encoding.ASCII.GetBytes)];

    public static Parsed<PaperContent> Read(ReadOnlyMemory<byte> bytes)
    {
        var content = bytes.Span;
        if (content.StartsWith("%PDF-"u8) && content[^Math.Min(Tail, content.Length)..].IndexOf("%%EOF"u8) >= 0)
        {
            return Array.Exists(ActiveNames, name => HoldsName(bytes.Span, name)) ? Active : Of(PaperForm.Pdf, bytes);
        }

        var form = IsPng(content) ? PaperForm.Png : IsJpeg(content) ? PaperForm.Jpeg : (PaperForm?)null;
        return form is not { } image || Points(image, content) is not { } points ? Unknown
            : points > MostPoints ? TooManyPoints
            : Of(image, bytes);
    }

    private static PaperContent Of(PaperForm form, ReadOnlyMemory<byte> bytes) => new(form, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));

    private static bool IsPng(ReadOnlySpan<byte> content) =>
        content.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }) && content.Length >= 57 && content[12..16].SequenceEqual("IHDR"u8)
        && content[^8..^4].SequenceEqual("IEND"u8);

    private static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) && content.EndsWith(new byte[] { 0xFF, 0xD9 });

    /// <returns>Null where the image does not say how large it is.</returns>
    private static long? Points(PaperForm form, ReadOnlySpan<byte> content) => form == PaperForm.Png
        ? (long)BinaryPrimitives.ReadUInt32BigEndian(content[16..]) * BinaryPrimitives.ReadUInt32BigEndian(content[20..])
        : PointsOfJpeg(content);

    /// <summary>In the frame's header (ISO/IEC 10918-1, B.2.2), before which other segments may stand.</summary>
    private static long? PointsOfJpeg(ReadOnlySpan<byte> content)
    {
        for (var at = 2; at + 9 < content.Length && content[at] == 0xFF;)
        {
            var marker = content[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (long)BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]) * BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }

        return null;
    }

    /// <summary>The name itself, not the beginning of a longer one.</summary>
    private static bool HoldsName(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name)
    {
        for (var at = content.IndexOf(name); at >= 0;)
        {
            var end = at + name.Length;
            if (end == content.Length || !char.IsAsciiLetterOrDigit((char)content[end]))
            {
                return true;
            }

            var next = content[end..].IndexOf(name);
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }
}

internal static class PaperForms
{
    public const string Pdf = "application/pdf";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    public static string MediaType(this PaperForm form) => form switch
    {
        PaperForm.Pdf => Pdf,
        PaperForm.Png => Png,
        _ => Jpeg,
    };
}

using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>A piece of evidence, by reference: the papers themselves stay in the file, and no name or number of a person is in the words.</summary>
/// <param name="Title">What it is, such as the minutes of an inspection.</param>
/// <param name="Reference">Where it lies: number of the file or the page.</param>
/// <param name="Sha256">Digest of the scanned paper in lower-case hexadecimal digits; null when there is no scan.</param>
public sealed record Evidence(string Title, string Reference, string? Sha256 = null)
{
    public static readonly Refusal DigestFormat = new("evidence_digest_format", "A SHA-256 digest is 64 hexadecimal digits in lower case.");

    private const int DigestLength = 64;

    public static Parsed<Evidence> Of(string title, string reference, string? sha256) =>
        sha256 is null || (sha256.Length == DigestLength && sha256.All(char.IsAsciiHexDigitLower)) ? new Evidence(title, reference, sha256) : DigestFormat;
}

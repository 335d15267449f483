namespace Blacklist.Domain.Listings;

/// <summary>A piece of evidence, by reference: the papers themselves stay in the file, and no name or number of a person is in the words.</summary>
/// <param name="Title">What it is, such as the minutes of an inspection.</param>
/// <param name="Reference">Where it lies: number of the file or the page.</param>
/// <param name="Sha256">Digest of the scanned paper in lower-case hexadecimal digits; null when there is no scan.</param>
public sealed record Evidence(string Title, string Reference, string? Sha256 = null);

using System.Buffers.Text;
using System.Security.Cryptography;

namespace Blacklist.Api.Security.Issuer;

/// <summary>
/// What is kept of a client's secret: PBKDF2-HMAC-SHA-256 (RFC 8018) over 256 random bits. Nobody can guess such a secret from
/// its hash; the iterations guard one that an administrator may one day choose by hand, and stay low enough for a token a second.
/// </summary>
internal sealed record ClientSecret(byte[] Hash, byte[] Salt, int Iterations)
{
    private const string Prefix = "bls_"; // lets secret scanners recognize one in a repository
    private const int StandardIterations = 100_000;
    private const int Size = 32;

    /// <summary>Compared with when there is no such client, so that an unknown client costs what a wrong secret costs.</summary>
    public static readonly ClientSecret OfNobody = Of(Create());

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size));

    public static ClientSecret Of(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(Size / 2);
        return new ClientSecret(Stretch(secret, salt, StandardIterations), salt, StandardIterations);
    }

    public bool Matches(string secret) => CryptographicOperations.FixedTimeEquals(Stretch(secret, Salt, Iterations), Hash);

    public override string ToString() => "***";

    private static byte[] Stretch(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, iterations, HashAlgorithmName.SHA256, Size);
}

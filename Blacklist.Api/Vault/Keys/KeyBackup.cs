using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blacklist.Api.Hosting;

namespace Blacklist.Api.Vault.Keys;

/// <summary>A copy of the key file that may lie where the key file may not: sealed under a passphrase (PBKDF2, RFC 8018; AES-256-GCM).</summary>
/// <param name="Keys">The ids of the master keys in it, to be read without the passphrase.</param>
internal sealed record KeyBackup(string Format, DateTimeOffset Made, IReadOnlyList<string> Keys, int Iterations, byte[] Salt, byte[] Sealed)
{
    public const int ShortestPassphrase = 12;

    private const string Known = "blacklist-keys/1";
    private const int UsualIterations = 600_000;
    private const int MostIterations = 10_000_000;
    private const int SaltSize = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static string Seal(VaultKeys keys, string passphrase, DateTimeOffset now)
    {
        var backup = new KeyBackup(Known, now, [.. keys.MasterKeys.Select(key => key.Id)], UsualIterations, RandomNumberGenerator.GetBytes(SaltSize), []);
        using var cipher = backup.Cipher(passphrase);
        return JsonSerializer.Serialize(backup with { Sealed = Envelope.Seal(cipher, Encoding.UTF8.GetBytes(keys.ToJson()), backup.Header()) }, Json);
    }

    /// <param name="source">Where the text came from, as an operator would say it.</param>
    /// <exception cref="StartProblem">It is no such copy, or the passphrase is another one.</exception>
    public static VaultKeys Open(string text, string passphrase, string source)
    {
        if (Read(text) is not { Format: Known, Iterations: > 0 and <= MostIterations, Sealed.Length: > Envelope.Overhead } backup)
            throw new StartProblem($"{source} is no backup of keys that 'keys backup' made.");
        try
        {
            using var cipher = backup.Cipher(passphrase);
            var plain = new byte[backup.Sealed.Length - Envelope.Overhead];
            Envelope.Open(cipher, backup.Sealed, backup.Header(), plain);
            return VaultKeys.Parse(Encoding.UTF8.GetString(plain), source);
        }
        catch (CryptographicException)
        {
            throw new StartProblem($"{source} does not open: the passphrase is not the one it was made with, or the file was changed.");
        }
    }

    public override string ToString() => $"backup of {Made:O}";

    private static KeyBackup? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyBackup>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private AesGcm Cipher(string passphrase) => Envelope.Cipher(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), Salt, Iterations, HashAlgorithmName.SHA256, VaultKey.Size));

    private byte[] Header() => JsonSerializer.SerializeToUtf8Bytes(this with { Sealed = [] }, Json);
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.Security.People;
using Microsoft.AspNetCore.Identity;

namespace Blacklist.Api.Security.Sessions;

/// <summary>Six digits of an authenticator (RFC 6238), in a window of one step to each side; a code that was used once is used up.</summary>
internal sealed class AuthenticatorCodes(UserStore store, TimeProvider clock) : IUserTwoFactorTokenProvider<User>
{
    public const string Name = "authenticator";

    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648 §6

    public static string NewKey()
    {
        var bits = new StringBuilder();
        foreach (var part in RandomNumberGenerator.GetBytes(KeyBytes))
            bits.Append(part.ToString("b8", CultureInfo.InvariantCulture));
        return string.Concat(Enumerable.Range(0, bits.Length / 5).Select(i => Base32[Convert.ToInt32(bits.ToString(5 * i, 5), 2)]));
    }

    /// <summary>What an authenticator with this key shows at a moment.</summary>
    public static string At(string key, DateTimeOffset now) => Code(Decode(key), StepAt(now));

    /// <summary>The address that an authenticator takes in, by link or QR code.</summary>
    public static string Address(string issuer, string userName, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}";

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => Task.FromResult(user.SealedAuthenticatorKey is not null);

    /// <summary>Only the user's own device makes codes.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { } key && StepOf(key, token) is { } step && await store.Use(user, step, CancellationToken.None);

    /// <summary>The step whose code it is, or null for a wrong code.</summary>
    public long? StepOf(string key, string code)
    {
        var (bytes, now, matched) = (Decode(key), StepAt(clock.GetUtcNow()), default(long?));
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(bytes, step)), Encoding.UTF8.GetBytes(code)))
                matched = step;
        }

        return matched;
    }

    private static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>RFC 4226 §5.3.</summary>
    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // HMAC-SHA-1 is what authenticators know; it is no plain SHA-1
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var truncated = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & int.MaxValue;
        return (truncated % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(letter => Base32.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }
}

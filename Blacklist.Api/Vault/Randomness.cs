using System.Security.Cryptography;

namespace Blacklist.Api.Vault;

/// <summary>
/// Random bytes of the system, drawn ahead by each thread: a draw costs as much as sealing a question. No byte is handed out twice, and what was
/// handed out is wiped.
/// </summary>
internal static class Randomness
{
    private const int Ahead = 2048;
    private const int MostAtOnce = 64;

    [ThreadStatic]
    private static byte[]? _drawn;

    [ThreadStatic]
    private static int _left;

    public static void Fill(Span<byte> bytes)
    {
        if (bytes.Length > MostAtOnce)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        if (_left < bytes.Length)
        {
            RandomNumberGenerator.Fill(_drawn ??= new byte[Ahead]);
            _left = Ahead;
        }

        var taken = _drawn.AsSpan(_left - bytes.Length, bytes.Length);
        taken.CopyTo(bytes);
        taken.Clear();
        _left -= bytes.Length;
    }
}

using System.Security.Cryptography;
using System.Text;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Ids that follow from what they are of (RFC 9562, version 8), so that whoever does the work again opens nothing twice.</summary>
internal static class NoticeIds
{
    /// <param name="late">A check that was stored after the event was done and is told by itself.</param>
    public static CallerNoticeId Of(Guid cause, string client, Guid? late = null) =>
        new(Hash([.. cause.ToByteArray(), .. late?.ToByteArray() ?? [], .. Encoding.UTF8.GetBytes(client)]));

    public static ReexaminationId Of(CallerNoticeId notice, Guid check) => new(Hash([.. notice.Value.ToByteArray(), .. check.ToByteArray()]));

    /// <summary>Of an event that follows from the stream it begins.</summary>
    public static Guid FirstEventOf(Guid stream) => Hash([.. "first event "u8, .. stream.ToByteArray()]);

    private static Guid Hash(byte[] content)
    {
        var hash = SHA256.HashData(content).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}

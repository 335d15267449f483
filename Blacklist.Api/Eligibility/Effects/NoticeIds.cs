using System.Text;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>Ids that follow from what they are of (<see cref="DerivedId"/>), so that whoever does the work again opens nothing twice.</summary>
internal static class NoticeIds
{
    /// <param name="late">A check that was stored after the event was done and is told by itself.</param>
    public static CallerNoticeId Of(Guid cause, string client, Guid? late = null) =>
        new(DerivedId.Of([.. cause.ToByteArray(), .. late?.ToByteArray() ?? [], .. Encoding.UTF8.GetBytes(client)]));

    public static ReexaminationId Of(CallerNoticeId notice, Guid check) => new(DerivedId.Of([.. notice.Value.ToByteArray(), .. check.ToByteArray()]));

    /// <summary>Of an event that follows from the stream it begins.</summary>
    public static Guid FirstEventOf(Guid stream) => DerivedId.Of([.. "first event "u8, .. stream.ToByteArray()]);
}

using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.CallerNotices;

/// <summary>Where a caller notice stands.</summary>
public enum CallerNoticeStatus
{
    /// <summary>The stream has no event.</summary>
    None,

    /// <summary>The caller has not confirmed to have seen it.</summary>
    Open,

    /// <summary>The caller has seen it.</summary>
    Acknowledged,
}

/// <summary>State of a caller notice's stream.</summary>
public sealed record CallerNotice
{
    public static readonly CallerNotice Initial = new();

    public static readonly StreamKind<CallerNotice> Stream = new("caller_notice", Initial, Evolve);

    public CallerNoticeId Id { get; private init; }

    public CallerNoticeStatus Status { get; private init; }

    public ClerkId Caller { get; private init; }

    public RegionCode Region { get; private init; } = RegionCode.Nation;

    public static CallerNotice Evolve(CallerNotice state, IEvent fact) => fact switch
    {
        CallerNoticeOpened e => new CallerNotice { Id = e.NoticeId, Status = CallerNoticeStatus.Open, Caller = e.Caller, Region = e.Region },
        CallerNoticeAcknowledged => state with { Status = CallerNoticeStatus.Acknowledged },
        _ => state,
    };
}

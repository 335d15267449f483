using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.CallerNotices;

/// <summary>The caller confirms to have seen which answers have changed.</summary>
public sealed record AcknowledgeCallerNotice(string? Remark, ClerkId By)
{
    public static readonly Refusal NotTheCallers = new("notice_of_another_caller", "Only the caller whom the notice is for acknowledges it.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotTheCallers];

    public static Outcome Decide(CallerNotice notice, AcknowledgeCallerNotice command) => notice switch
    {
        _ when notice.Caller != command.By => Outcome.Refuse(NotTheCallers),
        { Status: CallerNoticeStatus.Open } => Outcome.Record(new CallerNoticeAcknowledged(notice.Id, command.Remark, command.By)),
        _ => Outcome.Nothing,
    };
}

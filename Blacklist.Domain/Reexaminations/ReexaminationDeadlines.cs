using Blacklist.Domain.Deadlines;

namespace Blacklist.Domain.Reexaminations;

/// <summary>Until when a wrong refusal is to be examined again.</summary>
public static class ReexaminationDeadlines
{
    public static readonly StreamDeadlines Of = new StreamDeadlines(Reexamination.Stream.Type)
        .On<ReexaminationOpened>(e => e.Until is { } until
            ? [DeadlineChange.In(e.Region), DeadlineChange.Set(DeadlineKind.Reexamination, until, warnFrom: until)]
            : [])
        .On<ReexaminationCompleted>(_ => DeadlineChange.Meet(DeadlineKind.Reexamination));
}

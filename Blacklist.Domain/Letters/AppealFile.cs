using System.Collections.Immutable;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Letters;

/// <summary>The papers of an appeal, as letters tell them.</summary>
public sealed record AppealFile
{
    public static readonly AppealFile Empty = new();

    public AppealFiled? Filed { get; private init; }

    public AppealAdmitted? Admitted { get; private init; }

    public AppealRejected? Rejected { get; private init; }

    public ImmutableList<HearingRecorded> Hearings { get; private init; } = [];

    public AppealDecided? Decided { get; private init; }

    public static AppealFile Evolve(AppealFile file, IEvent fact) => fact switch
    {
        AppealFiled e => file with { Filed = e },
        AppealAdmitted e => file with { Admitted = e },
        AppealRejected e => file with { Rejected = e },
        HearingRecorded e => file with { Hearings = file.Hearings.Add(e) },
        AppealDecided e => file with { Decided = e },
        _ => file,
    };
}

using System.Runtime.InteropServices;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>The verdict on one applicant for the check's own day and for the day of a fact.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VerdictPair(Verdict OwnDay, Verdict Today);

/// <summary>An applicant of a recorded check, by place.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AskedApplicant(Guid Check, short Place);

/// <summary>An applicant among the watched, who are gone through by person, or all by check.</summary>
/// <param name="Person">0 where all are gone through.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WatchedApplicant(long Person, AskedApplicant Asked)
{
    public static readonly WatchedApplicant BeforeAll = new(0, new AskedApplicant(Guid.Empty, -1));
}

/// <summary>An applicant of whom a recorded check would answer otherwise since a fact became known.</summary>
/// <param name="Recorded">What was answered.</param>
/// <param name="Before">What stood until the fact: the recorded answer, or what the caller was told last.</param>
internal sealed record AffectedCheck(
    AskedApplicant Applicant, CallerNoticeId Notice, ClerkId Caller, RegionCode Region, Verdict Recorded, VerdictPair Before, VerdictPair After);

/// <summary>What comes of asking checks again.</summary>
/// <param name="Aside">Checks that could not be asked: their questions cannot be read.</param>
internal sealed record JudgedAgain(IReadOnlyList<(DueNotice Notice, AffectedCheck Affected)> Affected, IReadOnlyList<Guid> Aside);

/// <summary>What a caller was told last of an applicant.</summary>
/// <param name="Cause">Position of the fact.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ToldChange(long Cause, VerdictPair After);

/// <summary>A recorded check, as the work on effects reads it.</summary>
/// <param name="Question">As the vault sealed it.</param>
internal sealed record AskedCheck(Guid Id, string Client, RegionCode Region, long LogPosition, byte[] Question);

/// <summary>How far the work has come.</summary>
/// <param name="Processed">Events up to here are done.</param>
/// <param name="Page">Of the next event: the applicants up to this one are done.</param>
internal sealed record EffectsProgress(long Processed, WatchedApplicant Page);

/// <summary>Under keys of which version persons wait.</summary>
/// <param name="AreAnew">All of them; false while keys are made anew.</param>
internal sealed record KeysStanding(int Version, bool AreAnew);

/// <summary>A notice to be opened once its event is done.</summary>
internal sealed record DueNotice(CallerNoticeId Id, long Cause, Guid CauseEvent, ClerkId Caller);

/// <summary>What a notice tells, counted.</summary>
internal sealed record NoticeCounts(int Checks, int WrongRefusals, int WrongClearances, RegionCode Region);

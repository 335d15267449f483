using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Benchmarks.MatchingQuality;

/// <summary>An applicant and an entry of the register, with the truth about them.</summary>
/// <param name="Treatment">What was done to make the one from the other.</param>
/// <param name="ByNumber">The two share a document number.</param>
internal sealed record LabelledPair(string Treatment, bool SamePerson, bool ByNumber, PersonIdentity Applicant, PersonIdentity Listed);

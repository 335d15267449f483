using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>A row that somebody wants in the catalogue; a second person adopts it, and until then it bars nobody.</summary>
public sealed record RuleDraft(Guid Id, Rule Rule, string Reason, ClerkId By, RuleDraftStatus Status);

/// <summary>What became of a draft.</summary>
public enum RuleDraftStatus
{
    Open,
    Adopted,
    Discarded,

    /// <summary>A later draft of the same rule took its place.</summary>
    Replaced,
}

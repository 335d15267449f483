using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Takes <see cref="SetPolicyDocumentsToReview"/> back: each policy document has the effect again that its row says.</summary>
public sealed record RestorePolicyDocuments(string DocumentNumber, string Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(RuleCatalogue catalogue, RestorePolicyDocuments command) => catalogue.PolicyDocumentsUnderReview
        ? Outcome.Record(new PolicyDocumentReviewEnded(command.DocumentNumber, command.Reason, command.By))
        : Outcome.Nothing;
}

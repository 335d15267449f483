using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>One act for all rules that rest on a policy document: where they would restrict, a human looks instead.</summary>
public sealed record SetPolicyDocumentsToReview(string DocumentNumber, string Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(RuleCatalogue catalogue, SetPolicyDocumentsToReview command) => catalogue.PolicyDocumentsUnderReview
        ? Outcome.Nothing
        : Outcome.Record(new PolicyDocumentReviewOrdered(command.DocumentNumber, command.Reason, command.By));
}

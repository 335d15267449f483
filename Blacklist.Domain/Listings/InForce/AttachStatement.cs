using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>The person's own words, kept in the vault, from now on travel with what registration authorities are told of the listing.</summary>
/// <param name="StatementId">Under which the vault keeps them.</param>
public sealed record AttachStatement(AppealId AppealId, Guid StatementId, ClerkId By)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only with a listing that was decided does a statement travel.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce];

    public static Outcome Decide(Listing listing, AttachStatement command) =>
        listing.Changes.StatementId == command.StatementId ? Outcome.Nothing
        : !listing.WasEntered ? Outcome.Refuse(NotInForce)
        : Outcome.Record(new PersonStatementAttached(listing.Id, command.AppealId, command.StatementId, command.By));
}

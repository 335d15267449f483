using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>The person's own words, kept in the vault, from now on travel with what registration authorities are told of the listing.</summary>
/// <param name="StatementId">Under which the vault keeps them.</param>
public sealed record AttachStatement(AppealId AppealId, Guid StatementId, ClerkId By)
{
    public static readonly Refusal NotOpen = new(
        "listing_not_open", "A statement travels with a listing only that was announced and neither dropped nor annulled.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotOpen];

    public static Outcome Decide(Listing listing, AttachStatement command) =>
        listing.Changes.StatementId == command.StatementId ? Outcome.Nothing
        : !listing.WasAnnounced ? Outcome.Refuse(NotOpen)
        : Outcome.Record(new PersonStatementAttached(listing.Id, command.AppealId, command.StatementId, command.By));
}

using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index.Loading;

/// <summary>What the read models know at one position.</summary>
internal sealed record IndexContent(
    long Position,
    IReadOnlyCollection<Guid> AnnulledDispositions,
    ListingIntake Listings,
    IReadOnlyList<RecordedFinding> Findings,
    IReadOnlyList<NamedOrganization> Organizations);

/// <summary>Every link there ever was, with the positions of its newest making and of its end.</summary>
internal sealed record RecordedLinks(IReadOnlyList<RecordedLink> All)
{
    /// <summary>Whom a link ever led to.</summary>
    public IReadOnlySet<PersonId> Everybody { get; } = All.SelectMany(link => new[] { link.Person, link.Identity }).ToHashSet();

    /// <summary>The links that stand, told in the order of the log.</summary>
    public PersonLinks Standing() => All
        .SelectMany(link => new[] { (At: link.LinkedAt, link, IsEnd: false), (At: link.UnlinkedAt ?? long.MaxValue, link, IsEnd: true) })
        .Where(step => step.At < long.MaxValue)
        .OrderBy(step => step.At)
        .Aggregate(PersonLinks.None, (links, step) => step.IsEnd
            ? links.Without(step.link.Person, step.link.Identity)
            : links.With(step.link.Person, step.link.Identity, step.link.Kind));

    /// <summary>As if none had ever been taken back.</summary>
    public PersonLinks Ever() => All.Aggregate(PersonLinks.None, (links, link) => links.With(link.Person, link.Identity, link.Kind));
}

internal sealed record RecordedLink(PersonId Person, PersonId Identity, LinkKind Kind, long LinkedAt, long? UnlinkedAt);

/// <param name="Standing">With the status <c>Revoked</c> it no longer counts.</param>
internal sealed record RecordedFinding(DeterminationId Determination, ListingId Listing, PersonId Applicant, StandingFinding Standing);

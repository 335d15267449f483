using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Imports;

/// <summary>A case as another register kept it: the organization, the decision on it, and everybody the decision names.</summary>
internal sealed record ImportedCase(
    RecordBannedOrganization Organization, ImportedDecision Decision, IReadOnlyList<ImportedPerson> Persons);

/// <param name="Kind">A ban or a revocation, when it names anybody.</param>
internal sealed record ImportedDecision(DispositionKind Kind, string DocumentNumber, DateOnly DecidedOn, string Authority, string? Grounds = null);

/// <summary>A responsible person and the steps by which the listing came into force.</summary>
internal sealed record ImportedPerson(PersonIdentity Identity, Part Part, ImportedSteps Steps);

/// <summary>The procedure that was followed, with its papers and its two pairs of eyes.</summary>
/// <param name="Facts">What the notice said happened.</param>
/// <param name="Grounds">Why the notice said the person is responsible.</param>
/// <param name="Statement">Null when the person let the statement period pass.</param>
internal sealed record ImportedSteps(
    ClerkId ProposedBy,
    string Facts,
    string Grounds,
    DateOnly NoticeServedOn,
    ServiceMethod Method,
    string Proof,
    ImportedStatement? Statement,
    DateOnly DecidedOn,
    string DocumentNumber,
    string Reasons,
    ClerkId DecidedBy);

internal sealed record ImportedStatement(StatementKind Kind, DateOnly ReceivedOn, string Document);

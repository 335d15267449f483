using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Records what an authority decided, and whom the decision names as responsible.</summary>
/// <param name="Today">The Asia/Shanghai date on which it is recorded.</param>
public sealed record RecordDisposition(
    Guid DispositionId,
    DispositionKind Kind,
    string DocumentNumber,
    DateOnly DecidedOn,
    string Authority,
    string? Grounds,
    IReadOnlyList<NamedPerson> ResponsiblePersons,
    DateOnly Today)
{
    public static readonly Refusal OrganizationNotRecorded = new("organization_not_recorded", "The organization is not recorded.");

    public static readonly Refusal NoPersonsHere = new(
        "persons_only_with_ban_or_revocation", "Only a ban or a revocation names responsible persons; persuasion and the like do not.");

    public static readonly Refusal InFuture = new("disposition_in_future", "The decision bears a date that has not come yet.");

    public static readonly Refusal NumberUsed = new(
        "disposition_number_used", "A different decision under this document number is already recorded for the organization.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [OrganizationNotRecorded, NoPersonsHere, InFuture, NumberUsed];

    public static Outcome Decide(BannedOrganization organization, RecordDisposition command)
    {
        if (!organization.IsRecorded)
        {
            return Outcome.Refuse(OrganizationNotRecorded);
        }

        if (command.ResponsiblePersons.Count > 0 && !command.Kind.OpensListings())
        {
            return Outcome.Refuse(NoPersonsHere);
        }

        if (command.DecidedOn > command.Today)
        {
            return Outcome.Refuse(InFuture);
        }

        if (organization.Dispositions.ContainsKey(command.DispositionId))
        {
            return Outcome.Nothing;
        }

        return organization.Dispositions.Values.Any(known => known.DocumentNumber == command.DocumentNumber)
            ? Outcome.Refuse(NumberUsed)
            : Outcome.Record([command.Disposition(organization.Id), .. command.ResponsiblePersons.Select(person => command.Named(organization.Id, person))]);
    }

    private DispositionRecorded Disposition(BannedOrganizationId organization) =>
        new(organization, DispositionId, Kind, DocumentNumber, DecidedOn, Authority, Grounds);

    private ResponsiblePersonNamed Named(BannedOrganizationId organization, NamedPerson person) =>
        new(organization, person.ResponsiblePersonId, DispositionId, person.PersonId, person.Part, person.IdentifiedBy);
}

/// <summary>A person the decision names; who it is was put into the identity vault under <paramref name="PersonId"/>.</summary>
public sealed record NamedPerson(Guid ResponsiblePersonId, PersonId PersonId, Part Part, IdentifiedBy IdentifiedBy);

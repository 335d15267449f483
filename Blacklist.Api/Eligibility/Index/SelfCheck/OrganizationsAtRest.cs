using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Which names there were, whose, and what might be said of them.</summary>
internal sealed class OrganizationsAtRest(OrganizationName[] names, OrganizationEntry[] entries)
{
    public RowSum Sum()
    {
        var sum = new RowSum();
        foreach (var known in names.Zip(entries))
        {
            sum.Add(known, (row, organization) =>
            {
                row.Write(organization.First.Normal);
                row.Write(organization.Second.Id);
                row.Write(organization.Second.RecordedAt);
                row.WriteWord<OrganizationStanding>(organization.Second.Standing);
                row.Write(organization.Second.Public.Region.Value);
                row.WriteAll([.. organization.Second.Public.Decisions.OrderBy(decision => decision.Id)], Write);
            });
        }

        return sum;
    }

    private static void Write(BinaryWriter row, PublicDecision decision)
    {
        row.Write(decision.Id);
        row.WriteWord<DispositionKind>(decision.Kind);
        row.Write(decision.DocumentNumber);
        row.Write(decision.DecidedOn.DayNumber);
        row.Write(decision.Authority);
        row.Write(decision.PublishedOn);
        row.Write(decision.AnnulledOn);
        row.Write(decision.Withdrawal?.WithdrawnOn);
        row.Write(decision.Withdrawal?.Reasons ?? "");
    }
}

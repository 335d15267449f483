using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Which names there were, whose, and what might be said of them.</summary>
internal sealed class OrganizationsAtRest(OrganizationName[] names, OrganizationEntry[] entries)
{
    public RowSum Sum(Pace pace)
    {
        var sum = new RowSum(pace);
        foreach (var (name, entry) in names.Zip(entries))
        {
            Add(sum, name, entry);
        }

        return sum;
    }

    public static void Add(RowSum sum, OrganizationName name, OrganizationEntry entry) => sum.Add((name, entry), (row, known) =>
    {
        row.Write(known.name.Normal);
        row.Write(known.entry.Id);
        row.Write(known.entry.RecordedAt);
        row.WriteWord<OrganizationStanding>(known.entry.Standing);
        row.Write(known.entry.Public.Region.Value);
        row.WriteAll([.. known.entry.Public.Decisions.OrderBy(decision => decision.Id)], Write);
    });

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

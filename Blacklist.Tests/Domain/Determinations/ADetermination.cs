using Blacklist.Domain.Determinations;
using Blacklist.Domain.Kernel;
using Blacklist.Tests.Domain.Listings;

namespace Blacklist.Tests.Domain.Determinations;

/// <summary>One applicant beside one listing, and what two clerks find.</summary>
internal static class ADetermination
{
    public static readonly DeterminationId Id = new(new Guid("0c000000-0000-7000-8000-000000000001"));
    public static readonly Guid CheckId = new("0c000000-0000-7000-8000-000000000002");
    public static readonly PersonId Applicant = new(new Guid("0c000000-0000-7000-8000-000000000003"));
    public static readonly ClerkId Clerk = new("clerk");
    public static readonly ClerkId SecondClerk = new("second-clerk");

    public static readonly DeterminationRecorded Same = new(
        Id, CheckId, ApplicantIndex: 0, AListing.Id, Applicant, Finding.SamePerson, DocumentMatched: false, "照片与面谈一致", Clerk);

    public static readonly DeterminationRecorded Different = Same with { Finding = Finding.DifferentPerson, Reason = "户籍证明显示为两人" };

    public static readonly DeterminationConfirmed Confirmed = new(Id, AListing.Id, Applicant, "复核一致", SecondClerk);

    public static readonly DeterminationRevoked Revoked = new(Id, AListing.Id, Applicant, "证明系误用", SecondClerk);

    public static Scenario<Determination> Given(params IEvent[] facts) =>
        Scenario<Determination>.Given(Determination.Initial, Determination.Evolve, facts);
}

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>The part a responsible person played in the organization, as the decision states it.</summary>
public enum Part
{
    Founder,
    PersonInCharge,
    LegalRepresentative,
    CouncilMember,
    Supervisor,
    Other,
}

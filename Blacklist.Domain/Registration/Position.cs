namespace Blacklist.Domain.Registration;

/// <summary>拟任职务: what an applicant is to become in the organization that is registered.</summary>
public enum Position
{
    /// <summary>发起人.</summary>
    Founder,

    /// <summary>负责人: chair, vice-chair, secretary-general.</summary>
    PersonInCharge,

    /// <summary>法定代表人.</summary>
    LegalRepresentative,

    /// <summary>理事.</summary>
    CouncilMember,

    /// <summary>监事.</summary>
    Supervisor,
}

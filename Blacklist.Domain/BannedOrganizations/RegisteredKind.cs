namespace Blacklist.Domain.BannedOrganizations;

/// <summary>What a body was registered as before it was revoked; wider than what can be applied for here.</summary>
public enum RegisteredKind
{
    /// <summary>社会团体.</summary>
    SocialAssociation,

    /// <summary>社会服务机构 (民办非企业单位).</summary>
    SocialServiceInstitution,

    /// <summary>基金会.</summary>
    Foundation,

    /// <summary>境外非政府组织代表机构.</summary>
    OverseasRepresentativeOffice,
}

namespace Blacklist.Domain.Registration;

/// <summary>组织类型: the kinds of organization. "Charitable" is a flag beside the kind (慈善法 第八条).</summary>
public enum OrganizationKind
{
    /// <summary>社会团体.</summary>
    SocialAssociation,

    /// <summary>社会服务机构 (民办非企业单位).</summary>
    SocialServiceInstitution,

    /// <summary>基金会.</summary>
    Foundation,

    /// <summary>境外非政府组织代表机构: registered with the police, not here; known for what a revoked one means. Cannot be applied for.</summary>
    OverseasRepresentativeOffice,
}

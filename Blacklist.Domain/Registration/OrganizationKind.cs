namespace Blacklist.Domain.Registration;

/// <summary>组织类型: the kinds of social organization that can be registered. "Charitable" is a flag beside the kind (慈善法 第八条).</summary>
public enum OrganizationKind
{
    /// <summary>社会团体.</summary>
    SocialAssociation,

    /// <summary>社会服务机构 (民办非企业单位).</summary>
    SocialServiceInstitution,

    /// <summary>基金会.</summary>
    Foundation,
}

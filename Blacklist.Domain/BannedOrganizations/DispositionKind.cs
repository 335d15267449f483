namespace Blacklist.Domain.BannedOrganizations;

/// <summary>What an authority did about the organization. Only <see cref="Banned"/> and <see cref="Revoked"/> open listings.</summary>
public enum DispositionKind
{
    /// <summary>取缔.</summary>
    Banned,

    /// <summary>撤销登记 or 吊销登记证书.</summary>
    Revoked,

    /// <summary>劝散.</summary>
    PersuadedToDisband,

    /// <summary>自行解散.</summary>
    DissolvedItself,

    /// <summary>引导登记.</summary>
    GuidedToRegister,

    /// <summary>移交公安机关.</summary>
    TransferredToPolice,

    /// <summary>移交市场监管部门.</summary>
    TransferredToMarketRegulator,
}

/// <summary>What follows from the kind of a decision.</summary>
public static class DispositionKindExtensions
{
    /// <summary>Whether the decision names responsible persons who can be listed.</summary>
    public static bool OpensListings(this DispositionKind kind) => kind is DispositionKind.Banned or DispositionKind.Revoked;
}

namespace Blacklist.Api.Demo;

/// <summary>What a published notice says was done about an organization.</summary>
internal enum PublishedDisposition
{
    /// <summary>取缔.</summary>
    Banned,

    /// <summary>撤销登记: a lawful organization lost its registration; it is not an illegal one.</summary>
    Revoked,

    /// <summary>已注销: it was taken off the register it was on.</summary>
    Deregistered,

    /// <summary>On a list of suspected organizations: a warning to the public, no decision.</summary>
    ListedAsSuspected,

    /// <summary>On a list of offshore or copycat associations: a warning to the public, no decision.</summary>
    ListedAsOffshore,

    /// <summary>Banned, or only asked for in a notice: the page does not say which.</summary>
    BannedOrSought,

    /// <summary>Found illegal; what was done is not said.</summary>
    FoundIllegal,
}

internal static class PublishedDispositions
{
    private static readonly Dictionary<string, PublishedDisposition> Texts = new(StringComparer.Ordinal)
    {
        ["取缔"] = PublishedDisposition.Banned,
        ["取缔;关停网站"] = PublishedDisposition.Banned,
        ["曝光;取缔"] = PublishedDisposition.Banned,
        ["列入涉嫌非法社会组织名单;已取缔"] = PublishedDisposition.Banned,
        ["撤销登记"] = PublishedDisposition.Revoked,
        ["已注销"] = PublishedDisposition.Deregistered,
        ["列入涉嫌非法社会组织名单"] = PublishedDisposition.ListedAsSuspected,
        ["列入离岸/山寨社团名单"] = PublishedDisposition.ListedAsOffshore,
        ["列入离岸/山寨社团名单(与民政部登记社团重名)"] = PublishedDisposition.ListedAsOffshore,
        ["取缔或发布协查通告"] = PublishedDisposition.BannedOrSought,
        ["认定为非法社会组织(处置方式未注明)"] = PublishedDisposition.FoundIllegal,
    };

    /// <summary>Only a ban or a revocation that the notice states plainly opens listings; doubt opens none.</summary>
    public static bool OpensListings(this PublishedDisposition disposition) =>
        disposition is PublishedDisposition.Banned or PublishedDisposition.Revoked;

    /// <summary>Every wording is mapped by hand; a new one is an error, not a guess.</summary>
    public static PublishedDisposition Of(string text) => Texts.TryGetValue(text, out var disposition)
        ? disposition
        : throw new InvalidDataException($"'{text}' is a disposition nobody has classified yet.");
}

namespace Blacklist.Domain.Callers;

/// <summary>Why a caller is not answered for the time being.</summary>
public enum PauseCause
{
    /// <summary>An administrator decided so.</summary>
    Administrator,

    /// <summary>Many numbers of one birthday: somebody counts them through.</summary>
    NumbersOfOneBirthday,

    /// <summary>Nearly all numbers of one region, and many.</summary>
    NumbersOfOneRegion,

    /// <summary>Many names under one application.</summary>
    NamesOfOneApplication,

    /// <summary>Many names with one number: somebody guesses whose it is.</summary>
    NamesOfOneNumber,

    /// <summary>Many documents that cannot exist: somebody makes numbers up.</summary>
    InvalidDocuments,
}

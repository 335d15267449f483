namespace Blacklist.Domain.Kernel;

/// <summary>A person, as events know one: a reference into the identity vault, never a name or a number.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>Who acted: the subject of the caller's token. Not personal data of a listed person.</summary>
public readonly record struct ClerkId(string Value)
{
    /// <summary>The files that are shipped with the program.</summary>
    public static readonly ClerkId ReferenceData = new("reference-data");
}

/// <summary>Stream of one banned organization.</summary>
public readonly record struct BannedOrganizationId(Guid Value);

/// <summary>Stream of one listing.</summary>
public readonly record struct ListingId(Guid Value);

/// <summary>Stream of one determination: an applicant and a listing.</summary>
public readonly record struct DeterminationId(Guid Value);

/// <summary>Stream of one deadline: a day until which something about a subject was to be done.</summary>
public readonly record struct DeadlineId(Guid Value);

/// <summary>Stream of one appeal.</summary>
public readonly record struct AppealId(Guid Value);

/// <summary>Stream of one caller notice: a caller, and a fact that changed what the caller was answered.</summary>
public readonly record struct CallerNoticeId(Guid Value);

/// <summary>Stream of one re-examination: a check that refused wrongly, and the fact by which that is known.</summary>
public readonly record struct ReexaminationId(Guid Value);

/// <summary>Stream of one chain of receipt roots.</summary>
public readonly record struct ReceiptChainId(Guid Value);

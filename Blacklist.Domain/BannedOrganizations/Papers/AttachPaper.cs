using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.BannedOrganizations.Papers;

/// <summary>Puts the scan of a paper into the organization's file.</summary>
/// <param name="PaperId">Follows from the organization and the content: the same scan is one paper.</param>
/// <param name="Sha256">Of the content, in hexadecimal digits.</param>
public sealed record AttachPaper(Guid PaperId, PaperKind Kind, PaperForm Form, int Bytes, string Sha256, ClerkId By)
{
    /// <summary>A file that holds more is no file of one case.</summary>
    public const int Most = 100;

    public static readonly Refusal FileIsFull = new("paper_file_full", "The organization's file holds as many papers as it may.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [FileIsFull];

    public static Outcome Decide(BannedOrganization organization, AttachPaper command) =>
        organization.Papers.ContainsKey(command.PaperId) ? Outcome.Nothing
        : organization.Papers.Count >= Most ? Outcome.Refuse(FileIsFull)
        : Outcome.Record(new PaperAttached(organization.Id, command.PaperId, command.Kind, command.Form, command.Bytes, command.Sha256, command.By));
}

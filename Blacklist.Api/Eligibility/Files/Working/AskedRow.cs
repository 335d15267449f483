using System.Text.Json;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>A row that was read: a check like any other, or what is wrong.</summary>
/// <param name="Check">Null when something is wrong.</param>
internal sealed record AskedRow(string? Reference, PendingCheck? Check, IReadOnlyList<RowFlaw> Flaws)
{
    private const int LongestReference = 100;

    public AnsweredRow Answered => new(Reference, Check?.Id, Flaws);

    public static AskedRow Of(FileRow row, ApplicantFile file, IdentityVault vault, SubjectKeys subjects, DateOnly today)
    {
        var (request, question, flaws) = RowQuestion.Read(row, file, today);
        if (request is null || question is null)
        {
            return new AskedRow(Shortened(row[ApplicantColumn.Reference]), null, flaws);
        }

        var id = Guid.CreateVersion7();
        var body = JsonSerializer.SerializeToUtf8Bytes(request, EdgeJson.Options);
        return new AskedRow(
            question.ApplicationReference,
            new PendingCheck(
                id, file.Client, question, vault.SealBlob(body, id.ToByteArray()), subjects.IdentitiesOf(question), Key: null, RequestMac: null, AskedAbout.Commit(question, body))
            {
                Tier = file.Tier,
            },
            []);
    }

    /// <summary>Never through the middle of a character: what cannot be written as it is would be another leaf when the result is read.</summary>
    private static string? Shortened(string? reference) =>
        reference is null || reference.Length <= LongestReference ? reference
        : reference[..(char.IsHighSurrogate(reference[LongestReference - 1]) ? LongestReference - 1 : LongestReference)];
}

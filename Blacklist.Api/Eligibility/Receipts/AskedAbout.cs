using System.Text;
using Blacklist.Api.Receipts;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Receipts;

/// <summary>Whom and what a receipt is about: each applicant by each identity document, or by the name when there is none.</summary>
internal static class AskedAbout
{
    /// <param name="body">The request as it came.</param>
    public static byte[] Commit(EligibilityQuestion question, ReadOnlySpan<byte> body)
    {
        var commitments = new Commitments(body);
        Span<byte> text = stackalloc byte[1280];
        foreach (var (identity, _) in question.Applicants)
        {
            commitments.AddSubject(Math.Max(1, identity.Documents.Count));
            foreach (var document in identity.Documents)
            {
                commitments.Commit(DocumentDigests.StoredName(document.Type), text[..Encoding.UTF8.GetBytes(document.Key, text)]);
            }

            if (identity.Documents.Count == 0)
            {
                commitments.Commit("name"u8, text[..Encoding.UTF8.GetBytes(identity.Name.Original, text)]);
            }
        }

        text.Clear();
        return commitments.ToArray();
    }
}

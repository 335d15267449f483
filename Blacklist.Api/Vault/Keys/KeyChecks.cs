using System.Security.Cryptography;
using Blacklist.Api.Hosting;

namespace Blacklist.Api.Vault.Keys;

/// <summary>What the database remembers of the keys of the file: enough to refuse others.</summary>
internal static class KeyChecks
{
    /// <param name="source">Where the keys came from, as an operator would say it.</param>
    /// <exception cref="StartProblem">They are not those that the database was filled with.</exception>
    public static void Refuse(IReadOnlyList<KeyRecord> known, VaultKeys file, string source)
    {
        foreach (var record in known.Where(key => key.Purpose is KeyPurpose.Master or KeyPurpose.Digest))
        {
            var given = (record.Purpose == KeyPurpose.Master ? file.MasterKeys : file.DigestKeys).FirstOrDefault(key => key.Id == record.Id);
            if (given is null && record.Sealed is null)
                throw Refused(source, $"lacks the {Word(record)} {record.Id}, which the database was filled with: bring the key file that belongs to it");
            if (given is not null && !CryptographicOperations.FixedTimeEquals(KeyRing.CheckOf(given), record.CheckValue))
                throw Refused(source, $"has another {Word(record)} under the id {record.Id} than the database was filled with: bring the key file that belongs to it");
        }

        if (known.Count > 0 && file.DigestKeys.FirstOrDefault(key => known.All(record => record.Id != key.Id)) is { } foreign)
            throw Refused(source, $"has a digest key {foreign.Id} that the database does not know: documents are found by their old digest key only");
    }

    private static string Word(KeyRecord key) => key.Purpose == KeyPurpose.Master ? "master key" : "digest key";

    private static StartProblem Refused(string source, string why) => new($"The vault does not open: {source} {why}.");
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Tests.Eligibility.Effects;

/// <summary>
/// Persons wait for years under the keys of their names. Who changes how names are written, read or compared, or a table of names, learns here that they must
/// be watched anew.
/// </summary>
public sealed class NameKeysSpecs
{
    /// <summary>Whose keys these are.</summary>
    private const int Version = 1;

    private const string Meaning =
        "Names are stored or sought under other keys than those persons wait under in registries that run. Raise SubjectKeys.Version by one, and write it and the new keys into this spec: " +
        "the first turn of the new version watches everybody anew.";

    [Theory]
    [InlineData("张三", "2:f2a02c4f 3:ff7b3d95")]
    [InlineData("欧阳娜娜", "12:f45aaee3 15:beeda9bc")]
    [InlineData("蕭紅", "4:36f48148 5:29adaa66")]
    [InlineData("阿卜杜热合曼·买买提", "35:3b010b61 36:7ac31088")]
    [InlineData("José Müller-Øster", "35:2190f71b 35:2190f71b")]
    public void A_name_is_stored_and_sought_under_the_keys_of_the_version(string name, string keys) =>
        (SubjectKeys.Version, KeysOf(name)).ShouldBe((Version, keys), Meaning);

    [Fact]
    public void So_is_each_character_and_each_word_of_the_tables_as_surname_and_as_given_name()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Characters().Concat(Words()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(word => new[] { $"{word}明", $"王{word}" }))
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{name} {KeysOf(name)}\n"));
        }

        (SubjectKeys.Version, Convert.ToHexStringLower(all.GetHashAndReset())).ShouldBe((Version, "ec5e81e321fa7c24a5b4a40125403b6a0cf0aa037c8163d8e11fac2d7f34e4af"), Meaning);
    }

    /// <summary>Those stored and those sought; empty where it is no name.</summary>
    private static string KeysOf(string text) => PersonName.Parse(text).Is(out var name, out _)
        ? $"{Hex(NameIndex.StoredKeys(name))} {Hex(NameIndex.SoughtKeys(name))}"
        : "";

    private static string Hex(IReadOnlyCollection<uint> keys)
    {
        var sum = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', keys.Order().Select(key => key.ToString("x8", CultureInfo.InvariantCulture)))));
        return $"{keys.Count}:{Convert.ToHexStringLower(sum)[..8]}";
    }

    /// <summary>What stands in names, and what is only written for it.</summary>
    private static IEnumerable<string> Characters() =>
        new[] { (0x0021, 0x024F), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xE000, 0xE8FF), (0xF900, 0xFAFF), (0xFF01, 0xFF9F), (0x20000, 0x2A6DF) }
            .SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1 + 1)).Select(code => new Rune(code).ToString());

    private static IEnumerable<string> Words()
    {
        var domain = typeof(PersonName).Assembly;
        foreach (var table in domain.GetManifestResourceNames().Where(resource => resource.StartsWith("names/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(domain.GetManifestResourceStream(table)!, Encoding.UTF8);
            foreach (var word in reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length <= 20))
            {
                yield return word;
            }
        }
    }
}

using System.Text;

namespace Blacklist.Domain.Names.Index;

/// <summary>
/// The keys under which a name is stored and sought: two names of any grade better than Different share one.
/// A key is a hash; a chance collision is sorted out by the comparison.
/// </summary>
internal static class NameIndexKeys
{
    private const int MostReadings = 16;
    private const char Blank = '_';

    public static void AddStored(NameKeys name, HashSet<uint> keys)
    {
        AddWritten(name, keys);
        AddSounds(name, keys);
        AddBlanked(name, keys);
    }

    public static void AddSought(NameKeys name, NameGrade weakest, HashSet<uint> keys)
    {
        AddWritten(name, keys);
        if (weakest.IsCompatible())
            return;
        AddSounds(name, keys);
        AddBlanked(name, keys);
        AddSwapped(name, keys);
    }

    /// <summary>The name itself: what a longer one is stored under once a character is left out.</summary>
    public static uint Compact(NameKeys name) => Hash(name.Compact);

    private static void AddWritten(NameKeys name, HashSet<uint> keys)
    {
        keys.Add(Compact(name));
        keys.Add(Hash(WithRepresentative(name.Compact)));
        if (!name.IsLatin)
            AddTransliterated(name, keys);
    }

    // One place blanked or left out, as SmallDifference compares.
    private static void AddBlanked(NameKeys name, HashSet<uint> keys)
    {
        var shortest = name.IsLatin ? SmallDifference.ShortestLatin : SmallDifference.ShortestForOneCharacter;
        if (name.Length < shortest)
            return;
        for (int i = 0, place = 0; i < name.Length; place += name.Runes[i++].Utf16SequenceLength)
        {
            var before = name.Compact.AsSpan(0, place);
            var after = name.Compact.AsSpan(place + name.Runes[i].Utf16SequenceLength);
            keys.Add(Hash(before, [Blank], after));
            if (name.Length > shortest)
                keys.Add(Hash(before, [], after));
        }
    }

    private static void AddTransliterated(NameKeys name, HashSet<uint> keys)
    {
        var read = name.Transliterated;
        if (read.Whole != name.Compact)
            keys.Add(Hash(WithRepresentative(read.Whole)));
        if (read.WithoutClan is { } bare)
            keys.Add(Hash(WithRepresentative(bare)));
        if (name.HasParts)
            keys.Add(Hash(WithRepresentative(read.Parts[0])));
    }

    private static void AddSounds(NameKeys name, HashSet<uint> keys)
    {
        foreach (var letters in name.IsLatin ? Orders(name.Parts).Select(Sound.Folded) : (IEnumerable<string>)Sounds(name))
            keys.Add(Hash(letters));
    }

    private static List<string> Sounds(NameKeys name)
    {
        List<string> sounds = [""];
        foreach (var rune in name.Runes)
        {
            var readings = Pinyin.Of(rune);
            var longer = new List<string>(sounds.Count * Math.Max(1, readings.Length));
            foreach (var sound in sounds)
            {
                if (readings.IsEmpty)
                    longer.Add(sound + rune);
                foreach (var reading in readings)
                    longer.Add(sound + Pinyin.Letters(reading));
            }

            sounds = longer.Count > MostReadings ? longer[..MostReadings] : longer;
        }

        return sounds;
    }

    // The surname may have been written last; parts may stand in another order.
    private static void AddSwapped(NameKeys name, HashSet<uint> keys)
    {
        if (name.HasParts)
        {
            foreach (var order in Orders(name.Parts))
                keys.Add(Hash(WithRepresentative(order)));
        }
        else if (!name.IsLatin)
        {
            foreach (var surname in (int[])[1, 2])
            {
                AddRotated(name, surname, keys);
                AddRotated(name, name.Length - surname, keys);
            }
        }
    }

    private static void AddRotated(NameKeys name, int cut, HashSet<uint> keys)
    {
        if (cut > 0 && cut < name.Length)
            keys.Add(Hash(WithRepresentative(string.Concat(name.Runes.Skip(cut).Concat(name.Runes.Take(cut))))));
    }

    private static IEnumerable<string> Orders(string[] parts) => parts switch
    {
        [var a] => [a],
        [var a, var b] => [a + b, b + a],
        [var a, var b, var c] => [a + b + c, a + c + b, b + a + c, b + c + a, c + a + b, c + b + a],
        _ => [string.Concat(parts), string.Concat(parts.Reverse())],
    };

    private static string WithRepresentative(string compact)
    {
        var surname = Rune.GetRuneAt(compact, 0);
        return surname.IsAscii ? compact : Surnames.Representative(surname) + compact[surname.Utf16SequenceLength..];
    }

    // FNV-1a with a final mix; the same in every process.
    private static uint Hash(ReadOnlySpan<char> before, ReadOnlySpan<char> blank = default, ReadOnlySpan<char> after = default)
    {
        var hash = Mix(Mix(Mix(2166136261, before), blank), after);
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    private static uint Mix(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}

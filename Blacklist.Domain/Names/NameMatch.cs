namespace Blacklist.Domain.Names;

/// <summary>How near two names are, and why that was found.</summary>
public sealed record NameMatch(NameGrade Grade, IReadOnlyList<NameReason> Reasons)
{
    internal NameMatch(NameGrade grade, params NameReason[] reasons)
        : this(grade, (IReadOnlyList<NameReason>)reasons)
    {
    }
}

/// <summary>One finding of the comparison.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Meaning">One English sentence; never contains a name.</param>
public sealed record NameReason(string Code, string Meaning)
{
    public static readonly NameReason Equal = new("name_equal", "The names are equal.");
    public static readonly NameReason SeparatorDiffers = new("name_separator_differs", "Only the separator between the parts differs.");
    public static readonly NameReason VariantCharacters = new("name_variant_characters", "Traditional or variant characters are the only difference.");
    public static readonly NameReason SurnameMixed = new("name_surname_mixed", "The surnames are two in law that families mix.");
    public static readonly NameReason Spelling = new("name_transliteration", "One name of another language is spelt two ways.");
    public static readonly NameReason ClanInitial = new("name_clan_initial", "One side has the clan or its initial before the name.");
    public static readonly NameReason FathersName = new("name_fathers_name", "One side lacks the father's name.");
    public static readonly NameReason OtherNameOnFile = new("name_former_or_alias", "A former name or alias on file is meant.");
    public static readonly NameReason SameSound = new("name_same_sound", "The characters differ and sound alike.");
    public static readonly NameReason LatinSound = new("name_latin_sound", "The Latin letters are the sound of the characters.");
    public static readonly NameReason OneCharacter = new("name_one_character_apart", "One character differs.");
    public static readonly NameReason SurnameLookalike = new("name_surname_lookalike", "The surnames differ and look alike.");
    public static readonly NameReason Order = new("name_order_swapped", "The parts stand in another order.");
    public static readonly NameReason Nothing = new("name_different", "The names have too little in common.");
}

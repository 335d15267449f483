namespace Blacklist.Domain.Names;

/// <summary>How near two names are, nearest first.</summary>
public enum NameGrade
{
    /// <summary>Equal after the normal form.</summary>
    Same,

    /// <summary>Traditional, simplified or variant characters, or separators, make the only difference.</summary>
    VariantForm,

    /// <summary>Surnames that are two in law and one in many families (肖/萧, 闫/阎, 付/傅).</summary>
    MixedSurname,

    /// <summary>One Mongolian, Uyghur, Kazakh or Tibetan name spelt two ways, or with and without clan initial or father's name.</summary>
    TransliterationSpelling,

    /// <summary>Compatible with a former name or alias on file.</summary>
    FormerName,

    /// <summary>Other characters of the same sound, or the sound in Latin letters.</summary>
    SamePinyin,

    /// <summary>One character replaced, added or left out in a name of three or more; or a surname that looks alike.</summary>
    OneCharacterApart,

    /// <summary>The same parts in another order.</summary>
    OrderSwapped,

    Different,
}

/// <summary>What follows from a grade.</summary>
public static class NameGrades
{
    /// <summary>
    /// Whether a matching document number may restrict under this name. The four grades above <see cref="NameGrade.SamePinyin"/> are
    /// ways to write one name that offices really use side by side; from there on a human must look.
    /// </summary>
    public static bool IsCompatible(this NameGrade grade) => grade <= NameGrade.FormerName;
}

namespace Blacklist.Api.Console.Forms;

/// <summary>How a field is filled in.</summary>
internal enum FieldKind
{
    Line,
    Text,
    Number,
    Day,

    /// <summary>One of a few, all of them in sight.</summary>
    One,

    /// <summary>One of many.</summary>
    Chosen,

    /// <summary>Any of them.</summary>
    Several,

    /// <summary>One of a line each.</summary>
    Lines,

    /// <summary>A few fields that belong together.</summary>
    Part,

    /// <summary>The same few fields any number of times.</summary>
    Groups,
}

/// <summary>A field of a form as its reader sees it.</summary>
/// <param name="Path">Its place in the command's body; also its name in the form.</param>
/// <param name="Values">What stands in it.</param>
/// <param name="Offered">What can be chosen; for a line, what is proposed.</param>
/// <param name="Wrong">What is wrong with it, in sentences.</param>
/// <param name="Groups">The fields of each group; those of a part are one.</param>
internal sealed record FormField(
    string Path, string Label, string? Hint, FieldKind Kind, bool Required, IReadOnlyList<string> Values, IReadOnlyList<Offer> Offered,
    IReadOnlyList<string> Wrong, IReadOnlyList<IReadOnlyList<FormField>> Groups)
{
    /// <summary>For the page's anchors.</summary>
    public string Id => "f-" + Path.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public string Value => Values.Count > 0 ? Values[0] : "";

    public bool IsWrong => Wrong.Count > 0;

    public bool IsBlank => Values.Count == 0 && Groups.All(group => group.All(inner => inner.IsBlank || inner.Kind is FieldKind.Chosen or FieldKind.One));

    /// <summary>What assistive technology reads with the field.</summary>
    public string? DescribedBy => (Hint, IsWrong) switch
    {
        (null, false) => null,
        (null, true) => Id + "-wrong",
        (_, false) => Id + "-hint",
        (_, true) => $"{Id}-wrong {Id}-hint",
    };

    /// <summary>What was filled in, as words.</summary>
    public IEnumerable<string> Answers => Values.Select(value => Offered.FirstOrDefault(offer => offer.Value == value)?.Label ?? value);

    public IEnumerable<FormField> WithInner => Groups.SelectMany(group => group).SelectMany(inner => inner.WithInner).Prepend(this);
}

/// <summary>Something to choose.</summary>
/// <param name="Hint">What choosing it means.</param>
internal sealed record Offer(string Value, string Label, string? Hint = null);

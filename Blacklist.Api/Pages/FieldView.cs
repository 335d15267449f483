namespace Blacklist.Api.Pages;

/// <summary>A labelled field of a form, for <c>_Field.cshtml</c>.</summary>
/// <param name="Wrong">Why what was typed is refused; null when it is not.</param>
internal sealed record FieldView(string Name, string Label, string Value, string? Wrong)
{
    public string? Hint { get; init; }

    /// <summary>Of a <c>datalist</c> with suggestions.</summary>
    public string? List { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>Where the page begins.</summary>
    public bool IsFirst { get; init; }

    /// <summary>In columns of the form.</summary>
    public int Width { get; init; } = 1;

    public string? DescribedBy => (Wrong, Hint) switch
    {
        (null, null) => null,
        (null, _) => Name + "-hint",
        _ => Name + "-wrong",
    };
}

/// <summary>A labelled choice of a form, for <c>_Choice.cshtml</c>.</summary>
internal sealed record ChoiceView(string Name, string Label, string Value, string? Wrong, IEnumerable<(string Value, string Word)> Options);

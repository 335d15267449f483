using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Http;

/// <summary>One wrong field. The value itself is never kept here.</summary>
/// <param name="Path">JSON path from the body, as in <c>applicants[0].documents[0].number</c>; the parameter's name for a query.</param>
/// <param name="Particulars">What the detail sentence of the code needs: bounds, allowed values.</param>
internal sealed record FieldError(string Path, ProblemKind Kind, IReadOnlyList<object> Particulars);

/// <summary>Collects every wrong field of a request while it is parsed, so that the caller learns them all at once.</summary>
internal sealed class FieldErrors
{
    /// <summary>More than this helps nobody, and would make a small request a large answer.</summary>
    public const int Most = 50;

    private readonly List<FieldError> _all;
    private readonly Place? _place;

    public FieldErrors()
        : this([], place: null)
    {
    }

    private FieldErrors(List<FieldError> all, Place? place) => (_all, _place) = (all, place);

    public bool Any => _all.Count > 0;

    public IReadOnlyList<FieldError> All => _all;

    /// <summary>The same collection for the fields of a part: <c>At("applicants[0]").Add("name", …)</c> names <c>applicants[0].name</c>.</summary>
    public FieldErrors At(string part) => new(_all, new Place(_place, part, Index: null));

    public FieldErrors At(string list, int index) => new(_all, new Place(_place, list, index));

    public void Add(string field, ProblemKind kind, params object[] particulars)
    {
        if (_all.Count < Most)
            _all.Add(new FieldError(field.Length == 0 && _place is not null ? _place.ToString() : new Place(_place, field, Index: null).ToString(), kind, particulars));
    }

    public void Add(string field, Refusal refusal) => Add(field, ProblemKind.Unprocessable(refusal));

    /// <summary>The value, or null after its problem was noted.</summary>
    public T? Read<T>(string field, Parsed<T> parsed)
        where T : class
    {
        if (!parsed.Is(out var value, out var problem))
            Add(field, problem);
        return value;
    }

    /// <summary>Like <see cref="Read{T}(string, Parsed{T})"/> for a field that may be left out.</summary>
    public T? ReadOptional<T>(string field, string? text, Func<string, Parsed<T>> parse)
        where T : class => text is null ? null : Read(field, parse(text));

    /// <summary>Every element of a list, each under its own path; wrong ones are noted and left out.</summary>
    public IReadOnlyList<TOut> Each<TIn, TOut>(string field, IReadOnlyList<TIn> list, Func<FieldErrors, TIn, TOut?> read)
        where TOut : class =>
        [.. list.Select((item, i) => read(At(field, i), item)).OfType<TOut>()];

    /// <summary>Length in characters as people count them (code points), surrounding white space left out.</summary>
    public void Length(string field, string? text, int least, int most)
    {
        if (text is not null && (text.Trim().EnumerateRunes().Count() is var length) && (length < least || length > most))
            Add(field, ProblemKinds.WrongLength, least, most);
    }

    public void Count<T>(string field, IReadOnlyCollection<T> items, int least, int most)
    {
        if (items.Count < least || items.Count > most)
            Add(field, ProblemKinds.WrongLength, least, most);
    }

    public void Range<T>(string field, T? value, T least, T most)
        where T : struct, IComparable<T>
    {
        if (value is { } given && (given.CompareTo(least) < 0 || given.CompareTo(most) > 0))
            Add(field, ProblemKinds.OutOfRange, least, most);
    }

    /// <summary>A part of the request; its path is written only when something there is wrong.</summary>
    private sealed record Place(Place? Whole, string Name, int? Index)
    {
        public override string ToString() => (Whole is null ? Name : $"{Whole}.{Name}") + (Index is { } index ? $"[{index}]" : "");
    }
}

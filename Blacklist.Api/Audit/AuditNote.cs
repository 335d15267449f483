using System.Text.RegularExpressions;

namespace Blacklist.Api.Audit;

/// <summary>What only the endpoint knows of its answer. It takes the note as a parameter where the route and the token do not say all.</summary>
/// <param name="record">Puts on record what the note says; null where nothing is audited.</param>
internal sealed partial class AuditNote(Func<AuditNote, Task>? record = null)
{
    public string? Caller { get; private set; }

    public string Department { get; private set; } = "";

    public string? Purpose { get; private set; }

    public string? Application { get; private set; }

    public int? Count { get; private set; }

    /// <summary>Where a page tells otherwise than by its status.</summary>
    public int? Status { get; private set; }

    public bool IsPage { get; private set; }

    /// <summary>A sealed identity was opened for the reader.</summary>
    public bool IsUnmasking { get; private set; }

    /// <summary>All that the answer shows is on record already.</summary>
    public bool HasParts { get; private set; }

    public IReadOnlyList<Guid> Subjects { get; private set; } = [];

    public static ValueTask<AuditNote> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>Where nothing is audited it goes nowhere.</summary>
    public static AuditNote Of(HttpContext context) => context.Features.Get<AuditNote>() ?? new AuditNote();

    /// <summary>Who it was, where no token says so.</summary>
    public void By(string caller, string department) => (Caller, Department) = (Storable(caller), Storable(department));

    /// <summary>The same, for a page that answers every try alike.</summary>
    public void By(string caller, string department, int status)
    {
        By(caller, department);
        Status = status;
    }

    public void For(string purpose, string? application = null) => (Purpose, Application) = (Storable(purpose), application is null ? null : Storable(application));

    public void About(int count, params IReadOnlyList<Guid> subjects) => (Count, Subjects) = (count, subjects);

    /// <summary>Also where the page is one for something else, such as the form before it.</summary>
    public void Unmasks() => IsUnmasking = true;

    /// <summary>What the endpoint says itself that the answer is about stays.</summary>
    public void ShowsPage(int count, IReadOnlyList<Guid> subjects)
    {
        IsPage = true;
        About(count, Subjects is [] ? subjects : Subjects);
    }

    /// <summary>One more part of an answer that is written while it is read: each is an entry of its own, on record before the part leaves.</summary>
    public async Task ShowsPart(int count, IReadOnlyList<Guid> subjects)
    {
        About(count, subjects);
        HasParts = true;
        if (record is not null)
        {
            await record(this);
        }
    }

    /// <summary>PostgreSQL keeps no NUL, and nobody needs the others.</summary>
    internal static string Storable(string text) => Control().Replace(text, "");

    [GeneratedRegex(@"\p{Cc}", RegexOptions.None, 1000)]
    private static partial Regex Control();
}

using System.Runtime.InteropServices;
namespace Blacklist.Api.Security.Limits;

/// <summary>What guessing shows itself by.</summary>
internal enum GuessSign
{
    NumbersOfOneBirthday,
    NumbersOfOneRegion,
    NamesOfOneApplication,
    NamesOfOneNumber,
    InvalidDocuments,
}

/// <summary>So many were seen where at most so many are ordinary.</summary>
internal sealed record Suspicion(GuessSign Sign, int Observed, int Limit);

/// <summary>Whom a check asks about, as far as the watch looks: hashes, and the day and region that a number tells.</summary>
/// <param name="Application">Hash of its reference.</param>
/// <param name="Count">How many persons.</param>
/// <param name="Persons">Each once a document, or once without one.</param>
internal sealed record GuessedQuestion(int Application, int Count, IReadOnlyList<GuessedPerson> Persons);

/// <param name="Number">Hash of a document's number; null without one.</param>
/// <param name="Birthday">As the number tells it, in days; 0 where it tells none.</param>
/// <param name="Region">As the number tells it; 0 where it tells none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GuessedPerson(int Name, int? Number, int Birthday, int Region);

/// <summary>
/// Watches one caller's questions of one day, on one node: numbers counted through, names tried. It keeps hashes and counts, up to a bound; beyond it,
/// numbers count as new, and the shares rise with them.
/// </summary>
internal sealed class GuessWatch(GuessingLimits limits)
{
    private const int MostRemembered = 100_000;
    private const int MostApplications = 500;

    private readonly Dictionary<int, NamesOfNumber> _numbers = [];
    private readonly Dictionary<int, int> _birthdays = [];
    private readonly Dictionary<int, int> _regions = [];
    private readonly Dictionary<int, HashSet<int>> _applications = [];
    private readonly Queue<int> _order = [];

    private int _all;
    private int _invalid;

    public Suspicion? Asks(GuessedQuestion question)
    {
        Suspicion? found = null;
        var names = NamesUnder(question.Application);
        foreach (var person in question.Persons)
        {
            names.Add(person.Name);
            found ??= Number(person);
        }

        return found ?? Beyond(limits.NamesOfOneApplication, GuessSign.NamesOfOneApplication, names.Count);
    }

    /// <summary>A request was rejected for a document that cannot exist.</summary>
    public Suspicion? Rejects() => Beyond(limits.InvalidDocuments, GuessSign.InvalidDocuments, ++_invalid);

    public void Clear()
    {
        _numbers.Clear();
        _birthdays.Clear();
        _regions.Clear();
        _applications.Clear();
        _order.Clear();
        (_all, _invalid) = (0, 0);
    }

    private Suspicion? Number(GuessedPerson person)
    {
        if (person.Number is not { } number)
        {
            return null;
        }

        if (_numbers.TryGetValue(number, out var known))
        {
            return Beyond(limits.NamesOfOneNumber, GuessSign.NamesOfOneNumber, known.With(person.Name));
        }

        if (_numbers.Count < MostRemembered)
        {
            _numbers.Add(number, new NamesOfNumber(person.Name));
        }

        _all++;
        return Beyond(limits.NumbersOfOneBirthday, GuessSign.NumbersOfOneBirthday, Count(_birthdays, person.Birthday))
            ?? Beyond(limits.NumbersOfOneRegion, GuessSign.NumbersOfOneRegion, Count(_regions, person.Region));
    }

    private static int Count(Dictionary<int, int> counts, int key) => key == 0 ? 0 : counts[key] = counts.GetValueOrDefault(key) + 1;

    private Suspicion? Beyond(Ordinary ordinary, GuessSign sign, int observed) =>
        observed > ordinary.Of(_all) ? new Suspicion(sign, observed, ordinary.Of(_all)) : null;

    private HashSet<int> NamesUnder(int application)
    {
        if (_applications.TryGetValue(application, out var names))
        {
            return names;
        }

        _order.Enqueue(application);
        if (_order.Count > MostApplications)
        {
            _applications.Remove(_order.Dequeue());
        }

        return _applications[application] = [];
    }

    /// <summary>Nearly every number is asked with one name.</summary>
    private sealed class NamesOfNumber(int first)
    {
        private HashSet<int>? _more;

        /// <returns>How many names it has been asked with.</returns>
        public int With(int name)
        {
            if (name != first)
            {
                (_more ??= []).Add(name);
            }

            return 1 + (_more?.Count ?? 0);
        }
    }
}

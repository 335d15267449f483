namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Rows by a day, those of one day side by side.</summary>
internal sealed class RowsByDay
{
    private readonly int _first;
    private readonly int[] _from;
    private readonly int[] _rows;

    /// <param name="dayOf">The day number of a row.</param>
    public RowsByDay(int count, Func<int, int> dayOf)
    {
        var days = new int[count];
        for (var row = 0; row < count; row++)
        {
            days[row] = dayOf(row);
        }

        _rows = [.. Enumerable.Range(0, count)];
        _first = days.DefaultIfEmpty().Min();
        _from = new int[days.DefaultIfEmpty().Max() - _first + 2];
        foreach (var day in days)
        {
            _from[day - _first + 1]++;
        }

        for (var day = 1; day < _from.Length; day++)
        {
            _from[day] += _from[day - 1];
        }

        Array.Sort(days, _rows);
    }

    public ArraySegment<int> this[int day] => day < _first || day - _first >= _from.Length - 1
        ? ArraySegment<int>.Empty
        : new ArraySegment<int>(_rows, _from[day - _first], _from[day - _first + 1] - _from[day - _first]);
}

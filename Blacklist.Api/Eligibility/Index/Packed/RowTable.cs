using System.Numerics;
using System.Runtime.InteropServices;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>
/// Finds rows by a 64-bit key in some five bytes each: open addressing, and in each slot beside the row as much of the key's hash as the slot has
/// room for, so that a stranger's row is hardly ever looked at. What it finds may still be another key's: the caller compares.
/// </summary>
internal sealed class RowTable
{
    private const double Filled = 0.75;

    private readonly uint[] _slots;
    private readonly int _rowBits;

    /// <param name="keyOf">The key of a row.</param>
    public RowTable(int count, Func<int, ulong> keyOf)
    {
        _slots = new uint[(int)(count / Filled) + 1];
        _rowBits = 32 - BitOperations.LeadingZeroCount((uint)count);
        for (var row = 0; row < count; row++)
        {
            Add(Mixed(keyOf(row)), row);
        }
    }

    public Found this[ulong key] => new(this, Mixed(key));

    public static ulong KeyOf(Guid id)
    {
        Span<ulong> halves = stackalloc ulong[2];
        id.TryWriteBytes(MemoryMarshal.AsBytes(halves));
        return halves[0] ^ BitOperations.RotateLeft(halves[1], 1);
    }

    private static ulong Mixed(ulong key)
    {
        key = (key ^ (key >> 32)) * 0x9E3779B97F4A7C15;
        return (key ^ (key >> 29)) * 0xBF58476D1CE4E5B9;
    }

    private void Add(ulong hash, int row)
    {
        var at = First(hash);
        while (_slots[at] != 0)
        {
            at = at + 1 == _slots.Length ? 0 : at + 1;
        }

        _slots[at] = Mark(hash) | (uint)(row + 1);
    }

    private int First(ulong hash) => (int)(((hash >> 32) * (ulong)_slots.Length) >> 32);

    private uint Mark(ulong hash) => _rowBits == 32 ? 0 : (uint)hash << _rowBits;

    /// <summary>Rows that may have the key, one after the other.</summary>
    public ref struct Found
    {
        private readonly RowTable _table;
        private readonly uint _mark;
        private int _at;

        internal Found(RowTable table, ulong hash) => (_table, _mark, _at) = (table, table.Mark(hash), table.First(hash) - 1);

        public int Current { get; private set; }

        public readonly Found GetEnumerator() => this;

        public bool MoveNext()
        {
            var (slots, rows) = (_table._slots, (uint)((1UL << _table._rowBits) - 1));
            while (true)
            {
                _at = _at + 1 == slots.Length ? 0 : _at + 1;
                var slot = slots[_at];
                if (slot == 0)
                {
                    return false;
                }

                if ((slot & ~rows) == _mark)
                {
                    Current = (int)(slot & rows) - 1;
                    return true;
                }
            }
        }
    }
}

using System.Buffers;
using System.Numerics;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>How many of some rules reach a packed listing, in a few nanoseconds: by its marks alone.</summary>
internal sealed class RuleSieve : IDisposable
{
    private const int Most = 63;
    private const ulong Known = 1UL << Most;

    private readonly IReadOnlyList<RuleReach> _rules;
    private readonly RuleSieve? _others; // for the rules that the bits of a word have no room for
    private readonly uint[] _first;
    private readonly uint[] _span;

    // By profile, one bit for each rule that applies to it; lent, as it is needed for a moment only.
    private readonly ulong[] _applying = ArrayPool<ulong>.Shared.Rent(PackedMarks.Profiles);

    public RuleSieve(IReadOnlyList<RuleReach> rules)
    {
        if (rules.Count > Most)
        {
            (rules, _others) = ([.. rules.Take(Most)], new RuleSieve([.. rules.Skip(Most)]));
        }

        (_rules, _first, _span) = (rules, new uint[rules.Count], new uint[rules.Count]);
        for (var rule = 0; rule < rules.Count; rule++)
        {
            _first[rule] = PackedMarks.DayBits(rules[rule].Earliest);
            _span[rule] = PackedMarks.DayBits(rules[rule].Latest) - _first[rule];
        }

        Array.Clear(_applying);
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_applying);
        _others?.Dispose();
    }

    public int Reaching(uint marks)
    {
        if (!PackedMarks.CanBear(marks))
        {
            return 0;
        }

        var reaching = _others?.Reaching(marks) ?? 0;
        var day = marks >> 16;
        for (var left = Applying(PackedMarks.Profile(marks)); left != 0; left &= left - 1)
        {
            var rule = BitOperations.TrailingZeroCount(left);
            reaching += day - _first[rule] <= _span[rule] ? 1 : 0;
        }

        return reaching;
    }

    private ulong Applying(int profile)
    {
        var applying = _applying[profile];
        if (applying == 0)
        {
            applying = Known;
            for (var rule = 0; rule < _rules.Count; rule++)
            {
                applying |= PackedMarks.Includes(_rules[rule].Rule.AppliesTo, profile) ? 1UL << rule : 0;
            }

            _applying[profile] = applying;
        }

        return applying & ~Known;
    }
}

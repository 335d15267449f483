using System.Numerics;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>How many of some rules reach a packed listing, in a few nanoseconds: by its marks alone.</summary>
internal sealed class RuleSieve(IReadOnlyList<RuleReach> rules)
{
    private const ulong Known = 1UL << 63;

    private readonly uint[] _first = [.. rules.Select(rule => PackedMarks.DayBits(rule.Earliest))];
    private readonly uint[] _span = [.. rules.Select(rule => PackedMarks.DayBits(rule.Latest) - PackedMarks.DayBits(rule.Earliest))];

    // By profile, one bit for each rule that applies to it.
    private readonly ulong[] _applying = new ulong[PackedMarks.Profiles];

    public int Reaching(uint marks)
    {
        if (!PackedMarks.CanBear(marks))
        {
            return 0;
        }

        var reaching = 0;
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
            for (var rule = 0; rule < rules.Count; rule++)
            {
                applying |= PackedMarks.Includes(rules[rule].Rule.AppliesTo, profile) ? 1UL << rule : 0;
            }

            _applying[profile] = applying;
        }

        return applying & ~Known;
    }
}

using Blacklist.Api.Eligibility.Index.Loading;
using Blacklist.Api.Eligibility.Lane;

namespace Blacklist.Tests.Eligibility.Lane;

public sealed class HandoverSpecs
{
    private readonly Handover<int> _handover = new(most: 3);
    private readonly List<int> _taken = [];

    [Fact]
    public void What_was_left_is_taken_in_its_order_and_no_more_at_once_than_asked_for()
    {
        foreach (var item in new[] { 1, 2, 3 })
        {
            _handover.TryAdd(item).ShouldBeTrue();
        }

        _handover.Take(_taken, 2).ShouldBeTrue();
        _taken.ShouldBe([1, 2]);
        _handover.Take(_taken, 2).ShouldBeTrue();
        _taken.ShouldBe([3]);
    }

    [Fact]
    public void Where_there_is_no_room_nothing_is_taken_in()
    {
        foreach (var item in new[] { 1, 2, 3 })
        {
            _handover.TryAdd(item).ShouldBeTrue();
        }

        _handover.TryAdd(4).ShouldBeFalse();
        _handover.Take(_taken, 10).ShouldBeTrue();
        _handover.TryAdd(5).ShouldBeTrue();
    }

    [Fact]
    public void What_lies_there_when_it_closes_is_still_taken_and_nothing_comes_after_it()
    {
        _handover.TryAdd(1).ShouldBeTrue();
        _handover.Close();

        _handover.TryAdd(2).ShouldBeFalse();
        _handover.Take(_taken, 10).ShouldBeTrue();
        _taken.ShouldBe([1]);
        _handover.Take(_taken, 10).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_sleeps_over_it_wakes_for_each_item_and_for_its_end()
    {
        const int many = 20_000;
        var room = new Handover<int>(most: many);
        var got = new List<int>();
        var taking = OwnThread.Run(() =>
        {
            for (var taken = new List<int>(); room.Take(taken, 7);)
            {
                got.AddRange(taken);
            }
        });

        Parallel.For(0, many, item => room.TryAdd(item).ShouldBeTrue());
        room.Close();
        await taking;

        got.Order().ShouldBe(Enumerable.Range(0, many));
    }
}

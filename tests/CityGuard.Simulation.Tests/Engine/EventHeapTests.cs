using CityGuard.Simulation.Engine;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Engine;

public sealed class EventHeapTests
{
    [Fact]
    public void A_key_holds_its_time_and_its_member()
        => Gen.Select(Gen.Long[0, 1L << 40], Gen.Int[0, EventHeap.MostMembers - 1]).Sample((time, member) =>
        {
            var key = EventHeap.Key(time, member);
            return EventHeap.Time(key) == time && EventHeap.Member(key) == member;
        });

    // Against a sorted set: whatever is put in, taken out and replaced, the least is the least.
    [Fact]
    public void The_least_is_always_first()
        => Gen.Select(Gen.Int[1, 40], Gen.Select(Gen.Int[0, 2], Gen.Long[0, 1000]).List[0, 400]).Sample((capacity, steps) =>
        {
            var heap = new EventHeap(capacity);
            var expected = new SortedSet<ulong>();
            for (var i = 0; i < steps.Count; i++)
            {
                var (what, time) = steps[i];
                var key = EventHeap.Key(time, i);
                if (what == 1 && expected.Count > 0)
                {
                    expected.Remove(expected.Min);
                    heap.Pop();
                }
                else if (what == 2 && expected.Count > 0)
                {
                    expected.Remove(expected.Min);
                    expected.Add(key);
                    heap.Replace(key);
                }
                else
                {
                    expected.Add(key);
                    heap.Push(key);
                }

                heap.Count.ShouldBe(expected.Count);
                heap.Least.ShouldBe(expected.Count == 0 ? ulong.MaxValue : expected.Min);
            }

            heap.Clear();
            heap.Least.ShouldBe(ulong.MaxValue);
        });
}

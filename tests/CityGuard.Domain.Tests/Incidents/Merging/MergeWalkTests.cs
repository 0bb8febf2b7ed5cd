using CityGuard.Domain.Incidents.Events;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents.Merging;

/// <summary>Messages of a merge that come late, twice or never, and people who close, merge and undo in between. A failure prints the seed that repeats it.</summary>
public sealed class MergeWalkTests
{
    [Fact]
    public void Whatever_is_lost_late_or_doubled_the_two_agree_in_the_end()
    {
        var (merged, undone, refused, late) = (0, 0, 0, 0);
        Gen.UInt.Array[0, 120].Sample(
            draws =>
            {
                var walk = new MergeWalk();
                foreach (var draw in draws)
                    walk.Happen(draw);
                walk.Violations(quiescent: false).ShouldBeEmpty();
                walk.Settle();
                walk.Violations(quiescent: true).ShouldBeEmpty();
                var younger = walk.Course(MergePair.Young);
                walk.Course(MergePair.Old).Merges.Parts.Any(p => p.Younger == MergePair.Young).ShouldBe(younger.Merges.InForce?.Into == MergePair.Old);
                Interlocked.Add(ref merged, walk.Count<Merged>());
                Interlocked.Add(ref undone, walk.Count<MergeUndone>());
                Interlocked.Add(ref refused, walk.Count<MergeRefused>());
                Interlocked.Add(ref late, walk.LateYes);
            },
            iter: 3_000);
        (merged > 0, undone > 0, refused > 0, late > 0).ShouldBe((true, true, true, true), "the walks show nothing");
    }
}

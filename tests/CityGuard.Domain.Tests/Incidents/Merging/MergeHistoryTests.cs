using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal.Invariants;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents.Merging;

/// <summary>A merge whose history is wrong in one place is named by the checker.</summary>
public sealed class MergeHistoryTests
{
    private static readonly Dictionary<string, (Action<MergePair> Damage, string Expected)> Damages = new()
    {
        ["merged without asking"] = (p => p.YoungerTold.RemoveAll(f => f is MergeRequested), "attempt 1 to merge it is Merged, and was not Pending"),
        ["merged, unknown to the elder"] = (p => p.ElderTold.RemoveAll(f => f is ReportAttached or MergeConfirmed or GravityChanged), "of which that one knows nothing"),
        ["joined without asking"] = (p => p.YoungerTold.RemoveAll(f => f is MergeRequested or Merged or MergeUndone or DetachHeard), "which it never asked for"),
        ["confirmed, and not merged"] = (p => p.YoungerTold.RemoveAll(f => f is Merged), "is said to know that it joined by attempt 1, and does not"),
        ["joined twice"] = (p => p.ElderTold.Insert(2, p.ElderTold[1]), "joined twice by attempt 1"),
        ["confirmed twice"] = (p => p.ElderTold.Add(new MergeConfirmed(MergePair.Young, 1, MergePair.At.AddMinutes(1))), "confirmed by attempt 1, when it was no part or had done so"),
        ["not as grave as its gravest"] = (p => p.ElderTold.Add(new GravityChanged(IncidentSeverity.Low, null, MergePair.Young, MergePair.At.AddMinutes(1))), "not as grave as the gravest"),
        ["closed while unsettled"] = (
            p => { p.ElderTold.RemoveAll(f => f is MergeConfirmed); p.ElderTold.AddRange([new Closing("li", "x", MergePair.At.AddMinutes(1)), new Closed(MergePair.At.AddMinutes(1))]); },
            "closed while a merge was not settled"),
        ["reopened while merged"] = (p => p.YoungerTold.Add(new Reopened("li", "x", true, MergePair.At.AddMinutes(1))), "reopened while it was merged into another"),
        ["merged into itself"] = (p => p.ElderTold.Add(new MergeRequested(1, MergePair.Old, "li", "x", MergePair.At.AddMinutes(1))), "merged into itself"),
        ["merged while others are merged into it"] = (p => p.ElderTold.Add(new MergeRequested(1, MergePair.Third, "li", "x", MergePair.At.AddMinutes(1))), "merged while others were merged into it"),
        ["a word that is owed"] = (p => p.ElderTold.RemoveAll(f => f is MergeConfirmed), "a merge is not settled"),
        ["reports of one that has left"] = (
            p => p.Undone().OfYounger(new DetachHeard(1, MergePair.At.AddMinutes(1))), "is said to have let its reports go, and holds them"),
        ["verified twice"] = (p => p.ElderTold.Add(new Verified(null, "again", MergePair.At.AddMinutes(1), From: MergePair.Third)), "verified twice"),
    };

    public static TheoryData<string> Names => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_history_is_named(string name)
    {
        var pair = Whole();
        Damages[name].Damage(pair);
        Violations(pair).ShouldContain(line => line.Contains(Damages[name].Expected), string.Join('\n', Violations(pair)));
    }

    [Fact]
    public void A_whole_history_has_no_violation_also_when_it_is_undone()
    {
        Violations(Whole()).ShouldBeEmpty();
        var pair = Whole().Undone().Detached().OfYounger(new DetachHeard(1, MergePair.At.AddMinutes(1)));
        Violations(pair).ShouldBeEmpty();
    }

    private static MergePair Whole() => new MergePair(IncidentSeverity.High).Asked().Attached().Settled().Closed().Confirmed();

    private static IReadOnlyList<string> Violations(MergePair pair)
    {
        var checker = new InvariantChecker();
        checker.Incident(MergePair.Old, pair.ElderTold);
        checker.Incident(MergePair.Young, pair.YoungerTold);
        return checker.Finish(quiescent: true);
    }
}

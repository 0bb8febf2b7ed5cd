using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using Shouldly;

namespace CityGuard.Domain.Tests.Incidents.Merging;

/// <summary>Two incidents that may be one, told fact by fact.</summary>
internal sealed class MergePair
{
    public static readonly DateTimeOffset At = IncidentStory.Start;
    public static readonly IncidentId Old = IncidentReports.IdOf("110", "a"), Young = IncidentReports.IdOf("12345", "b"), Third = IncidentReports.IdOf("12345", "c");

    public IncidentCourse Elder { get; private set; }

    public IncidentCourse Younger { get; private set; }

    public List<IncidentEvent> ElderTold { get; } = [];

    public List<IncidentEvent> YoungerTold { get; } = [];

    public MergePair(IncidentSeverity younger = IncidentSeverity.Low, string source = "12345", bool unverified = true, int? fatalities = null)
    {
        (Elder, Younger) = (IncidentCourse.Empty, IncidentCourse.Empty);
        OfElder(new Opened(IncidentStory.Report, AreaId.Parse("s-1"), At, null, At, unverified));
        OfYounger(new Opened(IncidentStory.Report with { Source = source, SourceId = "b", Severity = younger, Fatalities = fatalities }, AreaId.Parse("s-1"), At.AddSeconds(5), "v2", At.AddSeconds(5), true));
    }

    public MergePair OfElder(params IncidentEvent[] facts)
    {
        Elder = facts.Aggregate(Elder, IncidentEvolution.Evolve);
        ElderTold.AddRange(facts);
        return this;
    }

    public MergePair OfYounger(params IncidentEvent[] facts)
    {
        Younger = facts.Aggregate(Younger, IncidentEvolution.Evolve);
        YoungerTold.AddRange(facts);
        return this;
    }

    public MergePair Asked() => Does(MergeRules.Request(Younger, Young, Old, "li", "one fight", At.AddSeconds(9), $"m-{Younger.Merges.Attempts.Count + 1}"), elder: false);

    public Decision<IncidentEvent> Attach(bool sameReporter = false, int most = 5)
        => AttachRules.Attach(Elder, Old, new Joining(Young, Younger.Merges.Attempts.Count, Younger, sameReporter), most, At.AddSeconds(10));

    public MergePair Attached(bool sameReporter = false) => Does(Attach(sameReporter), elder: true);

    public MergePair Settled() => Does(MergeRules.Settle(Younger, Old, Younger.Merges.Attempts.Count, new MergeReply(true), At.AddSeconds(11)), elder: false);

    public MergePair Confirmed() => Does(AttachRules.Confirm(Elder, Young, Younger.Merges.Attempts.Count, At.AddSeconds(12)), elder: true);

    public MergePair Closed() => OfYounger(new Closed(At.AddSeconds(12)));

    public MergePair Undone() => Does(MergeRules.Undo(Younger, "li", "two fights", true, At.AddSeconds(13), "u-1"), elder: false);

    public MergePair Detached() => Does(AttachRules.Detach(Elder, Young, 1, At.AddSeconds(14)), elder: true);

    public MergePair Does(Decision<IncidentEvent> decision, bool elder)
    {
        decision.Objection.ShouldBeNull();
        return elder ? OfElder([.. decision.Events]) : OfYounger([.. decision.Events]);
    }
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using Shouldly;

namespace CityGuard.Domain.Tests.Incidents;

/// <summary>An incident told fact by fact.</summary>
internal sealed class IncidentStory
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    public static readonly ReportContent Report = new("110", "a", "theft", IncidentSeverity.Medium, new GeoPoint(113.2, 23.1), CellId.Parse("c-1"), null, null, null);
    public static readonly ResponsePlan OneCar = new("one", [], [], [], [new PlanRole("first", [], [], 1, 300)], null);
    public static readonly ResponderId Patrol = ResponderId.Parse("p-C-0001"), Other = ResponderId.Parse("p-C-0002");
    public static readonly OperationId Op = OperationId.Parse("o-1"), Op2 = OperationId.Parse("o-2");

    public IncidentCourse Course { get; private set; } = IncidentCourse.Empty;

    public long Version { get; private set; }

    /// <summary>All that has happened, in order.</summary>
    public List<IncidentEvent> Told { get; } = [];

    public DateTimeOffset Now { get; set; } = Start;

    public static IncidentStory Opened()
    {
        var story = new IncidentStory();
        story.Does(IncidentRules.Report(story.Course, Report, AreaId.Parse("s-1"), Start, null, false, Start));
        return story;
    }

    public static IncidentStory Granted()
    {
        var story = Opened();
        story.Happens(new AssignmentRequested(Op, Patrol, "first", 0, 600, null, null, null, Start), new AssignmentGranted(Op, 1, Start));
        return story;
    }

    public IncidentStory Happens(params IncidentEvent[] events)
    {
        Course = events.Aggregate(Course, IncidentEvolution.Evolve);
        Version += events.Length;
        Told.AddRange(events);
        return this;
    }

    public IncidentStory Does(Decision<IncidentEvent> decision)
    {
        decision.Objection.ShouldBeNull();
        return Happens([.. decision.Events]);
    }

    public IncidentStory Reports(AssignmentProgress step, double afterSeconds)
        => Does(IncidentRules.RecordProgress(Course, Op, 1, step, Start.AddSeconds(afterSeconds), Start.AddSeconds(afterSeconds)));

    public IncidentStep Next(ResponsePlan? plan = null) => IncidentProcedure.Next(Course, plan ?? OneCar, Now);
}

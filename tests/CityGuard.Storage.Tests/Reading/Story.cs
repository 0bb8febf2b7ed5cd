using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Storage.Tests.Reading;

/// <summary>
/// A small history that is right: one incident closed, a second one open with a responder on scene, a third just opened.
/// A test changes one thing of it.
/// </summary>
internal sealed class Story
{
    public static readonly IncidentId ClosedOne = IncidentId.Parse("i-" + new string('c', 22));
    public static readonly IncidentId OpenOne = IncidentId.Parse("i-" + new string('o', 22));
    public static readonly IncidentId NewOne = IncidentId.Parse("i-" + new string('n', 22));
    public static readonly ResponderId Patrol = ResponderId.Parse("p-C-0001");
    public static readonly ResponderId Unit = ResponderId.Parse("u-A-00001");
    public static readonly OperationId First = OperationId.Parse("o-1");
    public static readonly OperationId Second = OperationId.Parse("o-2");

    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public List<CityEvent> City { get; } = [new CityBound("testcity", "aaaa", At(0))];

    public Dictionary<IncidentId, List<IncidentEvent>> Incidents { get; } = new()
    {
        [ClosedOne] =
        [
            Opened("1", 10), Requested(First, Unit, 0, 11), new AssignmentRefused(First, 0, "out of service", At(12)), Requested(Second, Patrol, 0, 13),
            new AssignmentGranted(Second, 1, At(14)), Step(Second, 1, AssignmentProgress.Accepted, 20), Step(Second, 1, AssignmentProgress.Cleared, 30),
            new Closing(null, "cleared", At(31)), new Closed(At(33)),
        ],
        [OpenOne] =
        [
            Opened("2", 40), Requested(First, Patrol, 2, 41), new AssignmentGranted(First, 3, At(42)), Step(First, 3, AssignmentProgress.Accepted, 43), Step(First, 3, AssignmentProgress.OnScene, 50),
            Requested(Second, Unit, 2, 51), new AssignmentGranted(Second, 3, At(52)), new AssignmentRecalled(Second, "dispatcher", "not needed", At(53)), new AssignmentReleased(Second, 3, At(54)),
        ],
        [NewOne] = [Opened("3", 60), new ClockSet("retry-1", At(90), At(60)), new ClockFired("retry-1", At(90))],
    };

    public Dictionary<ResponderId, List<ResponderEvent>> Responders { get; } = new()
    {
        [Patrol] = [new Assigned(ClosedOne, Second, 1, At(13)), new Released(ClosedOne, Second, 2, At(32)), new Assigned(OpenOne, First, 3, At(41))],
        [Unit] =
        [
            new OutOfService("crew", 1, At(1)), new InService("crew", 2, At(15)), new SignedIn("crew", At(15)), new CheckRenewed("equipment", "crew", At(16)),
            new Assigned(OpenOne, Second, 3, At(51)), new Released(OpenOne, Second, 4, At(53)),
        ],
    };

    public List<AreaEvent> District { get; } = [new AutomaticSet(false, "drill", "chief", At(2), "drill-1"), new ModeSet(DispatchMode.Recommend, "storm", "chief", At(3), "storm-1")];

    public static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    public static Opened Opened(string sourceId, int at)
        => new(new ReportContent("test", sourceId, "theft", IncidentSeverity.Medium, new GeoPoint(Lon: 113.26, Lat: 23.13), CellId.Parse("c-00001"), null, null, null), AreaId.Parse("s-440104-01"), At(at), null, At(at));

    public static AssignmentRequested Requested(OperationId op, ResponderId responder, long epoch, int at)
        => new(op, responder, "patrol", epoch, 600, null, null, null, At(at));

    public static ProgressRecorded Step(OperationId op, long epoch, AssignmentProgress step, int at) => new(op, epoch, step, At(at), At(at));

    /// <summary>Replaces one event of a stream (version from 1).</summary>
    public static void Replace<T>(List<T> stream, int version, T by) => stream[version - 1] = by;
}

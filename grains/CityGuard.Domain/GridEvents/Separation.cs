using CityGuard.Domain.Journal;

namespace CityGuard.Domain.GridEvents;

/// <summary>Collector, handler and checker are three, over all rounds (采办分离). A refusal says who was what.</summary>
internal static class Separation
{
    public static Objection? OfAssignee(GridEventCourse course, Assignee to)
        => to.Department is null ? OfHandler(course, new Actor(to.Person ?? "", to.Person is not null, to.Responder), $"{to}") : null;

    public static Objection? OfHandler(GridEventCourse course, Actor handler) => OfHandler(course, handler, $"{handler}");

    public static Objection? OfChecker(GridEventCourse course, Actor checker)
    {
        if (Collected(course, checker))
            return new Objection(ObjectionKind.Conflict, $"{checker} collected this event and cannot check it: collector, handler and checker are three", $"{course.Collected!.Collector}");
        return course.Handlers.Find(checker.Is) is { } handler
            ? new Objection(ObjectionKind.Conflict, $"{checker} handled this event and cannot check it: collector, handler and checker are three", $"{handler}")
            : null;
    }

    private static Objection? OfHandler(GridEventCourse course, Actor handler, string name)
    {
        if (Collected(course, handler))
            return new Objection(ObjectionKind.Conflict, $"{name} collected this event and cannot handle it: collector, handler and checker are three", $"{course.Collected!.Collector}");
        return course.Checkers.Find(handler.Is) is { } checker
            ? new Objection(ObjectionKind.Conflict, $"{name} checked this event and cannot handle it: collector, handler and checker are three", $"{checker}")
            : null;
    }

    private static bool Collected(GridEventCourse course, Actor actor) => course.Collected is { } report && report.Collector.Is(actor);
}

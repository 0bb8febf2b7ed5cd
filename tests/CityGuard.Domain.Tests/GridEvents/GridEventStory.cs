using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Tests.GridEvents;

/// <summary>One grid event, moved by commands of people at a time that the test says.</summary>
internal sealed class GridEventStory
{
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    public static readonly AreaId Sector = AreaId.Parse("s-01-01"), District = AreaId.Parse("d-01"), City = AreaId.Parse("city-1");

    public static readonly GridEventTerms Terms = new(
        Categories: [new("lamp", new BilingualName("路灯", "Street lamp"), new StepSeconds(60, 60, 60, 600, 600, 600), "power"), new("noise", new BilingualName("噪声", "Noise"), new StepSeconds())],
        ClimbSeconds: 100);

    private readonly List<GridEventFact> _facts = [];
    private int _commands;

    public GridEventCourse Course { get; private set; } = GridEventCourse.Empty;

    public DateTimeOffset Now { get; set; } = Start;

    public IReadOnlyList<GridEventFact> Facts => _facts;

    public static Actor Person(string name) => new(name, true);

    public static Actor For(string responder) => new("gateway", false, ResponderId.Parse(responder));

    public static EventContent Content(string category = "lamp")
        => new("12345", "1", category, new GeoPoint(113, 23), CellId.Parse("c-00001"), null, null, "12345");

    public string NextCommand() => $"c{++_commands}";

    public Objection? Do(Func<GridEventCourse, Decision<GridEventFact>> decide)
    {
        var decision = decide(Course);
        foreach (var fact in decision.Events)
        {
            Course = GridEventEvolution.Evolve(Course, fact);
            _facts.Add(fact);
        }

        return decision.Objection;
    }

    public Objection? Report(Actor by, EventContent? content = null)
        => Do(c => GridEventRules.Report(c, Terms, content ?? Content(), [Sector, District, City], by, Now, null, false, Now));

    public Objection? Register(string by) => Do(c => GridEventRules.Register(c, Terms, null, Person(by), null, Now, NextCommand()));

    public Objection? Assign(string by, Assignee? to = null) => Do(c => GridEventRules.Assign(c, Terms, to, Person(by), null, Now, NextCommand()));

    public Objection? Accept(Actor by) => Do(c => GridEventRules.Accept(c, Terms, by, null, Now, NextCommand()));

    public Objection? Handle(Actor by) => Do(c => GridEventRules.Handle(c, Terms, "resolved", by, null, Now, NextCommand()));

    public Objection? Check(Actor by, bool passed = true, CheckBack? back = null) => Do(c => GridEventRules.Check(c, Terms, passed, back, by, passed ? null : "still dark", Now, NextCommand()));

    public Objection? Evaluate(string by) => Do(c => GridEventRules.Evaluate(c, Terms, Person(by), null, Now, NextCommand()));

    public Objection? Fire() => Do(c => GridEventRules.Fire(c, Terms, Now));

    public IReadOnlyList<string> Violations()
    {
        var checker = new InvariantChecker();
        checker.GridEvent(GridEventId.Of("12345", "1"), _facts);
        return checker.Finish(quiescent: true);
    }
}

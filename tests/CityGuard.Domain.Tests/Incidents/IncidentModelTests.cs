using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents;

/// <summary>Random commands of two people and steps of three crews against a small model: the rules and the model say yes to the same ones.</summary>
public sealed class IncidentModelTests
{
    private static readonly string[] People = ["Chen", "Li"];
    private static readonly ResponderId[] Crews = [.. Enumerable.Range(1, 3).Select(n => ResponderId.Parse($"p-C-000{n}"))];
    private static readonly AreaId[] Levels = [AreaId.Parse("s-1"), AreaId.Parse("d-1"), AreaId.Parse("city-1")];

    // Steps of crews, answers and what goes by itself come more often than each of the others, so that many courses run to their end and on.
    private static readonly Gen<int> What = Gen.OneOf(Gen.Int[0, 17], Gen.Const(2), Gen.Const(3), Gen.Const(3), Gen.Const(16));

    private static readonly Gen<(int What, int Op, int Who, int Step, bool Yes)> Command
        = Gen.Select(What, Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[1, 5], Gen.Bool);

    [Fact]
    public void Rules_and_model_agree_and_no_invariant_breaks()
        => Command.Array[0, 50].Sample(commands =>
        {
            var (story, model) = (Reported(), new IncidentModel());
            foreach (var (number, command) in commands.Index())
            {
                story.Now = story.Now.AddSeconds(5);
                var id = $"c-{number}";
                var before = story.Course;
                var decision = Decide(story, command, id);
                (decision.Objection is null).ShouldBe(Expects(model, command), $"{number}: {command}, {decision.Objection?.Reason}");
                story.Happens([.. decision.Events]);
                if (decision.Objection is not null)
                    story.Course.ShouldBeSameAs(before);
                KnowsItsCommand(story.Course, id);
                story.Course.Phase.ToString().ShouldBe(model.Phase, $"{number}: {command}");
                story.Course.Assignments.Select(a => a.Phase.ToString()).ShouldBe(model.Ops.Select(o => o.Phase), $"{number}: {command}");
            }

            var checker = new InvariantChecker();
            checker.Incident(IncidentReports.IdOf("110", "a"), story.Told);
            checker.Finish(quiescent: false).Where(line => !line.Contains("knows nothing", StringComparison.Ordinal)).ShouldBeEmpty(); // responders have no stream here
        }, iter: 5_000);

    private static IncidentStory Reported()
    {
        var story = new IncidentStory();
        return story.Does(Intake.Report(story.Course, IncidentStory.Report, Levels[0], story.Now, null, false, trusted: false, null, story.Now));
    }

    private static bool Expects(IncidentModel model, (int What, int Op, int Who, int Step, bool Yes) c) => c.What switch
    {
        0 => model.Add(c.Who),
        1 => model.Reassign(c.Op, c.Who),
        2 => model.Ops.FindIndex(o => o.Phase == "Requested") is var asked && (asked < 0 || model.Answer(asked, c.Yes || c.Step > 2)),
        3 => model.Progress(c.Op, c.Step),
        4 => model.Recall(c.Op),
        5 => model.Lose(c.Op),
        6 => model.Close(),
        7 => model.Reopen(c.Yes),
        8 => model.Verify(),
        9 => model.FalseAlarm(People[c.Who % 2]),
        10 => model.FeedBack(People[c.Who % 2]),
        11 => model.Check(People[c.Who % 2], c.Yes),
        12 => model.OpenPost(),
        13 => model.StandDown(),
        14 => model.Pin(c.Op, c.Yes),
        15 => c.Yes ? model.Escalate() : model.Acknowledge(c.Op),
        16 => Settled(model),
        _ => model.HandOver(c.Op),
    };

    private static bool Settled(IncidentModel model)
    {
        model.Settle();
        return true;
    }

    private static Decision<IncidentEvent> Decide(IncidentStory story, (int What, int Op, int Who, int Step, bool Yes) c, string id)
    {
        var (course, now, crew, by) = (story.Course, story.Now, Crews[c.Who], People[c.Who % 2]);
        var op = OperationId.Parse($"o-{c.Op + 1}");
        var seen = new SeenResponder(0, 300);
        return c.What switch
        {
            0 => IncidentRules.Add(course, crew, "first", seen, by, "", now, command: id),
            1 => IncidentRules.Reassign(course, op, crew, seen, by, "", now, id),
            2 => course.Assignments.Find(a => a.Phase == AssignmentPhase.Requested) is { } asked
                ? IncidentProcedure.Answered(course, asked, c.Yes || c.Step > 2, 1, "no", now).ToArray() : Array.Empty<IncidentEvent>(),
            3 => IncidentRules.RecordProgress(course, op, course.Find(op)?.Epoch ?? 1, (AssignmentProgress)c.Step, now, now),
            4 => IncidentRules.Recall(course, op, by, "", now, id),
            5 => course.Find(op) is { } held
                ? IncidentRules.Lose(course, held.Responder, Taken(held, by), now) : Array.Empty<IncidentEvent>(),
            6 => IncidentRules.Close(course, by, "", now, id),
            7 => IncidentRules.Reopen(course, by, "", c.Yes, now, id),
            8 => Verification.Verify(course, by, "called back", now, id),
            9 => FalseAlarms.Call(course, "misheard", by, "", now, id),
            10 => Aftercare.FeedBack(course, null, "handled", null, by, now, id),
            11 => Aftercare.Check(course, c.Yes, null, by, "", now, id),
            12 => PostRules.Open(course, [], by, "", now, id),
            13 => PostRules.StandDown(course, by, "", now, id),
            14 => PostRules.Pin(course, op, c.Yes, by, "", now, id),
            15 => c.Yes ? Escalations.ByHand(course, Levels, by, "", now, id) : Escalations.Acknowledge(course, c.Op + 1, by, "", now, id),
            16 => Settle(story),
            _ => Leads.HandOver(course, op, by, "", now, id),
        };
    }

    private static OwedLoss Taken(Assignment held, string by)
        => new(IncidentReports.IdOf("110", "a"), held.Op, Math.Max(1, held.Epoch), Math.Max(1, held.Epoch) + 1, null, by, "", StaysEmpty: false);

    /// <summary>A command that was carried out is known by its id, and another one under that id is refused.</summary>
    private static void KnowsItsCommand(IncidentCourse course, string id)
    {
        if (course.Known(id) is not { } known)
            return;
        IncidentRules.AnotherCommand(course, id, known.Asked).ShouldBeNull();
        IncidentRules.AnotherCommand(course, id, new IncidentCommand.Close("Zhao", "else")).ShouldNotBeNull();
    }

    /// <summary>What the actor does by itself, with crews that answer everything.</summary>
    private static Decision<IncidentEvent> Settle(IncidentStory story)
    {
        for (var turns = 0; turns < 100; turns++)
        {
            var (course, now) = (story.Course, story.Now);
            IncidentEvent[] events = IncidentProcedure.Next(course, null, now) switch
            {
                IncidentStep.Release(var held) => [.. held.Select(a => new AssignmentReleased(a.Op, a.Epoch, now))],
                IncidentStep.BeginClosing(var why) => [.. IncidentRules.Close(course, null, why, now).Events],
                IncidentStep.ServeEscalations(var served) => [.. served.Select(s => new EscalationServed(s.Number, s.What, now))],
                IncidentStep.Close => [new Closed(now)],
                _ => [],
            };
            if (events.Length == 0)
                return Array.Empty<IncidentEvent>();
            story.Happens(events);
        }

        throw new InvalidOperationException("the incident runs in a circle");
    }
}

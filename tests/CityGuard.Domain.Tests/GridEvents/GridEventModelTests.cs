using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CsCheck;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.GridEvents.GridEventStory;

namespace CityGuard.Domain.Tests.GridEvents;

/// <summary>Random commands of four people against a small model of the loop: the rules and the model say yes to the same ones.</summary>
public sealed class GridEventModelTests
{
    private static readonly string[] People = ["Chen", "Li", "Wu", "Zhao"];

    private static readonly Gen<(int What, int Who, int Whom, int Seconds)> Step
        = Gen.Select(Gen.Int[0, 10], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 90]);

    [Fact]
    public void Rules_and_model_agree_and_no_invariant_breaks()
        => Step.Array[0, 40].Sample(steps =>
        {
            var (story, model) = (new GridEventStory(), new Model());
            foreach (var (what, who, whom, seconds) in steps)
            {
                story.Now = story.Now.AddSeconds(seconds);
                story.Fire();
                var refused = Give(story, what, People[who], People[whom]) is not null;
                refused.ShouldBe(!model.Give(what, People[who], People[whom]), $"{what} by {People[who]} at {story.Course.Step}");
                story.Course.Step.Key().ShouldBe(model.At);
                (story.Course.Clock is null || story.Course.Step.IsOpen()).ShouldBeTrue();
            }

            story.Violations().ShouldBeEmpty();
        }, iter: 4_000);

    private static Domain.Journal.Objection? Give(GridEventStory story, int what, string who, string whom) => what switch
    {
        0 => story.Report(Person(who)),
        1 => story.Register(who),
        2 => story.Assign(who),
        3 => story.Assign(who, new Assignee(Person: whom)),
        4 => story.Accept(Person(who)),
        5 => story.Handle(Person(who)),
        6 => story.Check(Person(who)),
        7 => story.Check(Person(who), passed: false),
        8 => story.Check(Person(who), passed: false, CheckBack.Assign),
        9 => story.Evaluate(who),
        _ => story.Do(c => GridEventRules.Reject(c, Terms, "unclear", Person(who), null, story.Now, story.NextCommand())),
    };

    private sealed class Model
    {
        private readonly HashSet<string> _handled = [], _checked = [];
        private string? _collector, _assignee;

        public string At { get; private set; } = "none";

        public bool Give(int what, string who, string whom) => what switch
        {
            0 => Collect(who),
            1 => Move("registered", "collected"),
            2 => To(null),
            3 => MayHandle(whom) && To(whom),
            4 => Theirs(who) && MayHandle(who) && Move("accepted", "assigned"),
            5 => Theirs(who) && MayHandle(who) && Move("handled", "accepted") && Note(_handled, who),
            6 => MayCheck(who) && Move("checked", "handled") && Note(_checked, who),
            7 => MayCheck(who) && Move("accepted", "handled") && Note(_checked, who),
            8 => MayCheck(who) && Move("registered", "handled") && Note(_checked, who) && Free(),
            9 => Move("closed", "checked"),
            _ => Move("rejected", "collected"),
        };

        private bool Collect(string who)
        {
            _collector ??= who;
            At = At == "none" ? "collected" : At;
            return true;
        }

        private bool To(string? person)
        {
            if (!Move("assigned", "registered", "assigned", "accepted"))
                return false;
            _assignee = person;
            return true;
        }

        private bool Free()
        {
            _assignee = null;
            return true;
        }

        private bool Theirs(string who) => _assignee is null || _assignee == who;

        private bool MayHandle(string who) => who != _collector && !_checked.Contains(who);

        private bool MayCheck(string who) => who != _collector && !_handled.Contains(who);

        private bool Move(string to, params string[] from)
        {
            if (!from.Contains(At))
                return false;
            At = to;
            return true;
        }

        private static bool Note(HashSet<string> list, string who)
        {
            list.Add(who);
            return true;
        }
    }
}

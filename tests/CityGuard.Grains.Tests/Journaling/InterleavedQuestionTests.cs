using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Journaling;

/// <summary>A question reads the journal while the same activation waits for it: nobody goes back to an older picture when the answer comes.</summary>
[Collection(nameof(OneCity))]
public sealed class InterleavedQuestionTests(City city)
{
    [Fact]
    public async Task The_answer_to_an_append_takes_back_nothing_that_a_question_has_read_meanwhile()
    {
        var view = await Assigned("append-answered-late");
        var answer = city.Answers.HoldNextAppend(view.Id.Value);
        var accepting = city.Say(view, "accepted");
        await answer.Given;
        var enRoute = await Another(view, AssignmentProgress.EnRoute);
        (await Ask(view, enRoute)).ShouldBeTrue();

        answer.Arrive();

        (await accepting).Refusal.ShouldBeNull();
        await ShouldKnowAll(view, enRoute);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_question_whose_facts_come_late_takes_none_in_a_second_time()
    {
        var view = await Assigned("read-answered-late");
        var accepted = await Another(view, AssignmentProgress.Accepted);
        var answer = city.Answers.HoldNextRead(view.Id.Value);
        var asking = Ask(view, accepted);
        await answer.Given;
        var enRoute = await Another(view, AssignmentProgress.EnRoute);
        (await Ask(view, enRoute)).ShouldBeTrue();

        answer.Arrive();

        (await asking).ShouldBeTrue();
        await ShouldKnowAll(view, enRoute);
        await city.Finish(view.Id);
    }

    private async Task<IncidentView> Assigned(string id)
    {
        await city.Fresh();
        return await city.UntilAssigned(await city.Report(City.Theft(id)));
    }

    /// <summary>A step that another activation has recorded.</summary>
    private async Task<ProgressRecorded> Another(IncidentView view, AssignmentProgress progress)
    {
        var (held, now) = (view.Assignment(), TimeProvider.System.GetUtcNow());
        var step = new ProgressRecorded(held.Op, held.Epoch, progress, now, now);
        await city.AppendBehindItsBack(view.Id, view.Sector, step);
        return step;
    }

    /// <summary>A question that interleaves, and that reads the journal before it says no.</summary>
    private Task<bool> Ask(IncidentView view, ProgressRecorded step)
        => city.Grains.GetGrain<IIncidentGrain>(view.Id.Value).Recorded(step.Op, step.Epoch, step.Progress, step.HappenedAt);

    private async Task ShouldKnowAll(IncidentView view, ProgressRecorded last)
    {
        var (known, head) = (await city.View(view.Id), await city.Journal.ReadHead(view.Id.Value, TestContext.Current.CancellationToken));
        known.Version.ShouldBe(head!.Version);
        known.Assignment().EnRouteAt.ShouldBe(last.HappenedAt);
    }
}

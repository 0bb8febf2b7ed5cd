using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>A command post through its door, across restarts.</summary>
[Collection(nameof(OneCity))]
public sealed class PostTests(City city)
{
    private IPostFront Posts => city.Grains.GetGrain<IPostFront>(0);

    [Fact]
    public async Task A_post_pins_forces_keeps_its_log_out_of_the_journal_and_holds_the_incident_open_across_restarts()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("post")));
        var (id, op) = (view.Id.Value, view.Assignment().Op);
        (await Posts.Get(OpenDoor.Key, id)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Posts.Open(OpenDoor.Key, id, new PostCommand("several hurt", view.Version, "open-1"))).Value.ShouldNotBeNull().Forces.ShouldHaveSingleItem().Pinned.ShouldBeTrue();
        var note = new NoteCommand(CentreDesk.Intelligence, "a witness named Zhang saw it", "note-1");
        (await Posts.Note(OpenDoor.Key, id, note)).Refusal.ShouldBeNull();
        await Restart(id);
        (await Posts.Note(OpenDoor.Key, id, note)).Value.ShouldNotBeNull().Notes.ShouldHaveSingleItem().Text.ShouldBe(note.Text);
        city.Text(id).ShouldNotContain("Zhang");

        (await city.Incidents.Recall(OpenDoor.Key, id, new RecallCommand(op, "elsewhere"))).Refusal!.ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(RefusalCode.Conflict), r => r.Reason.ShouldContain("pinned"));
        (await city.Incidents.Close(OpenDoor.Key, id, new CloseCommand("quiet"))).Refusal!.Reason.ShouldContain("stand it down");
        foreach (var step in (string[])["accepted", "enRoute", "onScene", "controlled", "cleared"])
            (await city.Say(view, step)).Refusal.ShouldBeNull();
        await Restart(id);
        (await city.View(view.Id)).State.ShouldBe(IncidentState.Cleared);

        (await Posts.StandDown(OpenDoor.Key, id, new PostCommand("all clear", Command: "down-1"))).Value.ShouldNotBeNull().StoodDownAt.ShouldNotBeNull();
        await city.Until(view.Id, v => v.State == IncidentState.Closed);
        (await Posts.StandDown(OpenDoor.Key, id, new PostCommand("all clear", Command: "down-1"))).Refusal.ShouldBeNull();
        (await Posts.StandDown(OpenDoor.Key, id, new PostCommand("once more"))).Refusal!.Reason.ShouldContain("stood down");
    }

    [Fact]
    public async Task What_is_wrong_with_a_command_is_said_and_changes_nothing()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("post-bad")));
        var id = view.Id.Value;
        (await Posts.Open(OpenDoor.Key, id, new PostCommand("", null))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Posts.Open(OpenDoor.Key, id, new PostCommand("late", view.Version - 1))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Posts.Tick(OpenDoor.Key, id, "cordon", new TickCommand())).Refusal!.Reason.ShouldContain("open one first");
        (await Posts.Note(OpenDoor.Key, id, new NoteCommand((CentreDesk)9, "text"))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Posts.Note(OpenDoor.Key, id, new NoteCommand(CentreDesk.Intelligence, new string('x', 2001)))).Refusal!.Code.ShouldBe(RefusalCode.TooLarge);
        (await Posts.LetGo(OpenDoor.Key, id, "nobody", new PostCommand("go"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Posts.Open(OpenDoor.Key, "i-none", new PostCommand("where"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await city.View(view.Id)).Version.ShouldBe(view.Version);
        await city.Finish(view.Id);
    }

    private Task Restart(string incident) => City.Deactivate(city.Grains.GetGrain<IIncidentGrain>(incident));
}

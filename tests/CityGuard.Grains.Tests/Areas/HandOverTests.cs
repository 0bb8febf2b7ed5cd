using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Grains.Areas.HandOver;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Areas;

[Collection(nameof(OneCity))]
public sealed class HandOverTests(City city)
{
    private const string Area = "d-02";
    private static readonly Credential Incoming = new("command"), Reader = new("read");

    private IAreaFront Areas => city.Grains.GetGrain<IAreaFront>(0);

    [Fact]
    public async Task A_shift_is_handed_over_to_another_person_also_across_a_new_start()
    {
        var command = new HandOverCommand("Mr X of number 5 calls again at noon", "shift-1");
        var made = (await Areas.HandOver(OpenDoor.Key, Area, command)).Value.ShouldNotBeNull();
        (made.By, made.TakenBy, made.HasNotes, made.Notes).ShouldBe(("tester", null, true, command.Notes));
        made.Picture.OnDuty.Sum(kind => kind.Planned).ShouldBeGreaterThan(0);
        (await Areas.Acknowledge(OpenDoor.Key, Area, made.Sheet.Value, new AcknowledgeCommand())).Refusal!.Reason.ShouldContain("another person");

        await City.Deactivate(city.Grains.GetGrain<IHandOverGrain>(Area));
        (await Areas.HandOver(OpenDoor.Key, Area, command)).Value!.Sheet.ShouldBe(made.Sheet);
        var taken = (await Areas.Acknowledge(Incoming, Area, made.Sheet.Value, new AcknowledgeCommand("take-1"))).Value.ShouldNotBeNull();
        (taken.TakenBy, taken.Notes).ShouldBe(("chief", null));
        (await Areas.Acknowledge(Incoming, Area, made.Sheet.Value, new AcknowledgeCommand("take-1"))).Value!.TakenAt.ShouldBe(taken.TakenAt);
        (await Areas.Acknowledge(OpenDoor.Key, Area, made.Sheet.Value, new AcknowledgeCommand("take-2"))).Refusal!.Holder!.ShouldStartWith("chief");

        (await Areas.Sheet(Reader, Area, made.Sheet.Value)).Value!.Notes.ShouldBeNull();
        (await Areas.Sheets(OpenDoor.Key, Area, 5)).Value!.ShouldHaveSingleItem().Notes.ShouldBe(command.Notes);
        city.Text("h-" + Area).ShouldNotContain("number 5");
        city.Kinds("h-" + Area).ShouldBe(["SheetMade", "SheetAcknowledged"]);
        await city.Vault.Erase(made.NotesUnder, TestContext.Current.CancellationToken);
        (await Areas.Sheet(OpenDoor.Key, Area, made.Sheet.Value)).Value!.ShouldSatisfyAllConditions(s => s.Notes.ShouldBeNull(), s => s.HasNotes.ShouldBeTrue());
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_changes_nothing()
    {
        (await Areas.HandOver(Reader, Area, new HandOverCommand())).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Areas.HandOver(OpenDoor.Key, "d-99", new HandOverCommand())).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Areas.HandOver(OpenDoor.Key, "d-01", new HandOverCommand(new string('x', 2_001)))).Refusal!.Code.ShouldBe(RefusalCode.TooLarge);
        (await Areas.HandOver(OpenDoor.Key, "d-01", new HandOverCommand(Command: ""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Areas.Acknowledge(OpenDoor.Key, "d-01", "h-7", new AcknowledgeCommand())).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Areas.Acknowledge(OpenDoor.Key, "d-01", "seven", new AcknowledgeCommand())).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Areas.Sheets(OpenDoor.Key, "d-01", 0)).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        city.Kinds("h-d-01").ShouldBeEmpty();
    }
}

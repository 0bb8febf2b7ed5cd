using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Desk;

/// <summary>Which open incidents may be one event, for who may read what.</summary>
[Collection(nameof(OneCity))]
public sealed class SimilarTests(City city)
{
    private const string Text = "two men took a red bag";

    private IDeskFront Door => city.Grains.GetGrain<IDeskFront>(0);

    [Fact]
    public async Task Those_nearby_of_one_kind_are_named_with_the_reasons_and_nothing_is_recorded()
    {
        await city.Fresh();
        var (mute, told) = (await city.Report(City.Theft("similar-mute")), await city.Report(City.Theft("similar-told", description: "A red BAG, two men")));
        var far = await city.Report(City.Theft("similar-far", "c-00070", Text));
        var asked = await city.UntilAssigned(await city.Report(City.Theft("similar-asked", description: Text)));
        foreach (var id in (IncidentId[])[mute, told, far])
            await city.UntilAssigned(id);

        var found = await Found(asked.Id, l => l.Any(s => s.Line.Id == told) && l.Any(s => s.Line.Id == mute));
        found.IsComplete.ShouldBeTrue();
        found.Similar.ShouldNotContain(s => s.Line.Id == far || s.Line.Id == asked.Id);
        found.Similar.Select(s => s.Likeness.Score).ShouldBe(found.Similar.Select(s => s.Likeness.Score).OrderDescending());
        found.Similar.Single(s => s.Line.Id == told).ShouldSatisfyAllConditions(
            s => s.IsElder.ShouldBeTrue(), s => s.Likeness.SameType.ShouldBeTrue(), s => s.Likeness.Metres.ShouldBe(0, 1), s => s.Likeness.WordsInCommon.ShouldBe(1));
        found.Similar.Single(s => s.Line.Id == mute).Likeness.WordsInCommon.ShouldBeNull();
        (await Found(told, l => l.Any(s => s.Line.Id == asked.Id))).Similar.Single(s => s.Line.Id == asked.Id).IsElder.ShouldBeFalse();

        var stranger = (await Door.Similar(new("read"), asked.Id.Value)).Value.ShouldNotBeNull();
        stranger.Similar.ShouldNotBeEmpty();
        stranger.Similar.ShouldAllBe(s => s.Likeness.WordsInCommon == null);
        (await city.View(asked.Id)).Version.ShouldBe(asked.Version);

        (await city.Grains.GetGrain<IProtocolFront>(0).Merge(OpenDoor.Key, asked.Id.Value, new MergeCommand(told, "one bag"))).Refusal.ShouldBeNull();
        (await Door.Similar(OpenDoor.Key, asked.Id.Value)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Found(told, l => l.All(s => s.Line.Id != asked.Id))).Similar.ShouldContain(s => s.Line.Id == mute);
        foreach (var id in (IncidentId[])[mute, told, far])
            await city.Finish(id);
    }

    [Fact]
    public async Task Who_may_not_read_or_asks_for_nothing_is_refused()
    {
        (await Door.Similar(new("ingest"), IncidentReports.IdOf("no", "one").Value)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Door.Similar(new("nobody"), "x")).Refusal!.Code.ShouldBe(RefusalCode.Unauthenticated);
        (await Door.Similar(OpenDoor.Key, "nonsense")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Door.Similar(OpenDoor.Key, IncidentReports.IdOf("no", "one").Value)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    // Boards hear of an incident a moment after it is recorded.
    private async Task<SimilarList> Found(IncidentId id, Func<IReadOnlyList<SimilarIncident>, bool> wanted)
    {
        SimilarList? last = null;
        await Eventually.Holds(async () => (last = (await Door.Similar(OpenDoor.Key, id.Value)).Value) is { } list && wanted(list.Similar), () => $"{last}");
        return last!;
    }
}

using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Tests.Engine;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Scenarios;

public sealed class AdoptionTests
{
    private static readonly GeoPoint Here = PlayedCity.Sample.City.Cells.Centres[0], There = PlayedCity.Sample.City.Cells.Centres[^1];

    [Fact]
    public void The_last_word_on_each_post_is_taken_and_the_rest_is_left_with_what_to_do_instead()
    {
        var adoption = Adoption.Of(Sample(
            new MoveEdit(["p-C-0001", "p-C-0002"], Here), new DutyEdit("d-01", "1"), new MoveEdit(["p-C-0001"], There), new AddEdit("new-", "patrolGroup", 2, Here),
            new MoveEdit(["new-1"], There), new DemandEdit(2)));
        adoption.Moves.ShouldBe(new Dictionary<string, GeoPoint> { ["p-C-0001"] = There, ["p-C-0002"] = Here }, ignoreOrder: true);
        adoption.Left.Select(l => l.Path).ShouldBe(["$.edits[1]", "$.edits[3]", "$.edits[4]", "$.edits[5]"]);
        adoption.Left[0].Reason.ShouldContain("page of duty");
    }

    [Fact]
    public void Other_ways_of_leading_are_left_and_the_usual_ones_are_not_spoken_of()
    {
        Adoption.Of(Sample()).Left.ShouldBeEmpty();
        Adoption.Of(ScenarioJson.Read(ScenarioJson.Write(Sample()))).Left.ShouldBeEmpty();
        Adoption.Of(Sample() with { Policy = new ScenarioPolicy { Redispatch = true } }).Left.ShouldHaveSingleItem().Path.ShouldBe("$.policy");
    }

    [Fact]
    public void Taking_all_but_three_away_makes_it_no_better_anywhere_and_worse_far_from_them()
    {
        var at = PlayedCity.Sample;
        var before = BoardForecast.Of(at, Sample());
        before.Cells.ShouldAllBe(level => level != ReadinessLevel.Unknown);
        string[] most = [.. at.City.Responders.Where(r => r.Id.Value[0] != 'u').OrderBy(r => r.Post.MetresTo(Here)).SkipLast(3).Select(r => r.Id.Value)];
        var after = BoardForecast.Of(at, Sample(new RemoveEdit(most)));
        after.Cells.Zip(before.Cells).ShouldAllBe(pair => pair.First >= pair.Second);
        ((int)after.Cells[0]).ShouldBeGreaterThan((int)before.Cells[0]);
    }

    private static Scenario Sample(params Edit[] edits) => new("sample", PlayedCity.Sample.City.Manifest.Hash) { Edits = edits };
}

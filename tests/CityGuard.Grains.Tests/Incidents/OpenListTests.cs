using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

[Collection(nameof(OneCity))]
public sealed class OpenListTests(City city)
{
    [Fact]
    public async Task The_gravest_stands_first_and_then_who_waits_longest_before_the_list_is_cut()
    {
        var first = await city.Report(City.Theft("open-1", "c-00100"));
        var second = await city.Report(City.Theft("open-2", "c-00100"));
        var grave = await city.Report(City.Theft("open-3", "c-00100") with { Severity = IncidentSeverity.Critical });
        IncidentId[] mine = [first, second, grave], seen = [];

        // None is late yet: their clocks run for minutes.
        await Eventually.Holds(
            async () => (seen = [.. (await Open(1_000)).Where(id => mine.Contains(id))]).SequenceEqual([grave, first, second]),
            () => string.Join(", ", seen));
        (await Open(1)).Single().ShouldBe((await Open(1_000))[0]);

        foreach (var id in mine)
            await city.Finish(id);
    }

    private async Task<IReadOnlyList<IncidentId>> Open(int most)
        => [.. (await city.Incidents.Open(OpenDoor.Key, "st-01-03", most)).Value.ShouldNotBeNull().Select(line => line.Id)];
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>With automatic dispatch off a person decides.</summary>
public sealed class RecommendingTests : IAsyncLifetime
{
    private readonly City _city = new(automatic: false);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_recommendation_is_recorded_once_and_nobody_is_sent_until_a_person_adds_him()
    {
        await _city.Fresh();
        var advised = await _city.Until(await _city.Report(City.Theft("advice")), view => view.Decisions.Count > 0);
        advised.Assignments.ShouldBeEmpty();
        var choice = advised.Decisions.ShouldHaveSingleItem().Chosen.ShouldHaveSingleItem();
        var after = (await _city.Incidents.Add(OpenDoor.Key, advised.Id.Value, new AddCommand(choice, "primary", "as recommended", advised.Version))).Value.ShouldNotBeNull();
        after.Assignments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Responder.ShouldBe(choice), a => a.State.ShouldBe(AssignmentState.Granted));
        (await _city.Work(after)).Decisions.Count.ShouldBe(1);
    }
}

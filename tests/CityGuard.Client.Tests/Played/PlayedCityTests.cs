using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Played;

public sealed class PlayedCityTests
{
    private static readonly TimeSpan Still = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task An_incident_is_assigned_driven_to_and_closed_by_the_field()
    {
        await using var city = await FastCity.Start(field: true);
        var cell = city.City.Cells.Id(0).Value;
        var receipt = await city.Client.ReportIncidentAsync(new IncidentReport("test", "1", "theft", IncidentSeverity.Medium, new Location(Cell: cell)), TestContext.Current.CancellationToken);

        IncidentView? incident = null;
        await Until.True(async () => (incident = await city.Client.GetIncidentAsync(receipt.Id, TestContext.Current.CancellationToken)).State == IncidentState.Closed, TimeSpan.FromMinutes(4));

        var times = incident.ShouldNotBeNull().Times;
        DateTimeOffset?[] course = [times.ReceivedAt, times.DispatchedAt, times.AcceptedAt, times.EnRouteAt, times.OnSceneAt, times.ClearedAt, times.ClosedAt];
        course.ShouldAllBe(at => at != null);
        course.ShouldBe(course.Order());
    }

    [Fact]
    public async Task Without_the_field_no_stream_changes_for_ten_minutes()
    {
        await using var city = await FastCity.Start(field: false);
        var before = city.Journal.Appended.Count;
        var since = city.Clock.GetTimestamp();
        await Until.True(() => city.Clock.GetElapsedTime(since) >= Still, TimeSpan.FromMinutes(2));
        city.Journal.Appended.Skip(before).ShouldBeEmpty();
    }
}

using System.Diagnostics;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Field;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

public sealed class FieldPlayerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task It_calls_drives_and_answers_orders_through_the_sdk_until_it_is_told_to_stop()
    {
        using var city = SampleCity.Build();
        var fake = new FakeCity(_time);
        using var client = new CityGuardClient(fake, new CityGuardClientOptions { TimeProvider = _time });
        var player = new FieldPlayer(city, client, new FieldOptions { CallsFactor = 20 }, _time, NullLogger<FieldPlayer>.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = player.RunAsync(stop.Token);

        await Until(player, () => !fake.Positions.IsEmpty);
        fake.Give(new Order(1, ResponderId.Parse("p-C-0007"), IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA"), OperationId.Parse("o-1"), 3, false, "theft",
            IncidentSeverity.Low, "first", new GeoPoint(113.28, 23.11), 60, _time.GetUtcNow()));
        await Until(player, () => fake.Statuses.Any(said => said.Status.Status == "cleared"));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);

        var steps = fake.Statuses.Where(said => said.Responder.Value == "p-C-0007").Select(said => said.Status).ToArray();
        steps.Select(step => step.Status).Where(step => step != "controlled").ShouldBe(["accepted", "enRoute", "onScene", "cleared"]);
        steps.ShouldAllBe(step => step.Incident == "i-AAAAAAAAAAAAAAAAAAAAAA" && step.Op == "o-1" && step.Epoch == 3);
        steps.Select(step => step.At).ShouldBeInOrder();
        fake.Reports.Select(report => report.SourceId).ShouldBeUnique();
        player.Statistics.CallsAcknowledged.ShouldBe(fake.Reports.Count);
        player.Statistics.Steps.ShouldBe(steps.Length);
        player.Statistics.Orders.ShouldBe(1, "11 districts or 2: the same order told by each is one order");
        fake.Positions.Select(position => position.Responder).Distinct().Count().ShouldBe(38);
    }

    [Fact]
    public async Task A_refused_key_ends_it_with_the_reason()
    {
        using var city = SampleCity.Build();
        var handler = new Transports.ScriptedHandler(
            Transports.ScriptedHandler.Json(System.Net.HttpStatusCode.OK, """{"ready":true,"city":"sample","cells":1,"sectors":2,"responders":3,"targets":4,"activeActors":5,"boardsReady":1}"""),
            Transports.ScriptedHandler.Problem(System.Net.HttpStatusCode.Forbidden, "forbidden", "scope ingest is missing"));
        using var client = new CityGuardClient(Transports.Samples.Options(handler));
        var player = new FieldPlayer(city, client, new FieldOptions { CallsFactor = 0 }, _time, NullLogger<FieldPlayer>.Instance);

        var refused = await Should.ThrowAsync<CityGuardException>(() => player.RunAsync(TestContext.Current.CancellationToken));

        refused.Code.ShouldBe(RefusalCode.Forbidden);
    }

    // Moves the clock on only when the player has finished its tick, so that no patience runs out while a busy machine catches up.
    private async Task Until(FieldPlayer player, Func<bool> condition)
    {
        var patience = Stopwatch.StartNew();
        while (!condition())
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            var before = player.Statistics;
            _time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
            // None: it still waits for the city, and no tick is due.
            while (before != FieldStatistics.None && ReferenceEquals(before, player.Statistics) && patience.Elapsed < TimeSpan.FromMinutes(1))
                await Task.Yield();
        }
    }
}

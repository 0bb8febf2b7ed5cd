using System.Collections.Concurrent;
using CityGuard.Client;
using CityGuard.Faults.Tests.Campaign;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>A new version is rolled out: each silo is told to end, ends in order, and another takes its place. A client that retries sees nothing of it.</summary>
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_silo_is_replaced_in_turn_and_no_client_that_retries_sees_an_error()
    {
        await using var city = await ClusterCity.Start(output, silos: 2);
        using var enough = new CancellationTokenSource();
        var reader = new Reader(city);
        var reading = reader.Run(enough.Token);
        foreach (var old in city.Cluster.Nodes.ToList())
        {
            await city.Load.More(60);
            city.CloseDoor(old); // as a balancer does that drains it
            Posix.Terminate(old.Pid);
            (await old.Exited()).ShouldBe(0, old.Output);
            await city.Kill(old);
            await city.StartSilo(old.Url);
            output.WriteLine($"replaced; {city.Load.Acknowledged} acknowledged, {reader.Answers} questions answered");
        }

        await city.Load.More(60);
        await enough.CancelAsync();
        await reading;
        await city.ShouldHaveLostNothing();
        reader.Errors.ShouldBeEmpty();
        city.Load.Crews.Refusals.ShouldBeEmpty();
        city.Load.Crews.Repeated.ShouldBeEmpty("the SDK's own retries are enough");
        reader.Answers.ShouldBeGreaterThan(50);
    }

    /// <summary>Somebody who looks at the city all the time, with the SDK's ordinary retries.</summary>
    private sealed class Reader(ClusterCity city)
    {
        private int _answers;

        public int Answers => Volatile.Read(ref _answers);

        public ConcurrentBag<string> Errors { get; } = [];

        public async Task Run(CancellationToken stop)
        {
            using var client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri("http://city"), ApiKey = city.Key, HttpHandler = city.NewDoors(), AttemptTimeout = TimeSpan.FromSeconds(5) });
            await Until.True(() => !city.Load.Callers.Reported.IsEmpty);
            while (!stop.IsCancellationRequested)
                foreach (var incident in city.Load.Callers.Reported.Keys.Take(20))
                    try
                    {
                        (await client.GetIncidentAsync(incident, CancellationToken.None)).ShouldNotBeNull();
                        Interlocked.Increment(ref _answers);
                    }
                    catch (CityGuardException e)
                    {
                        Errors.Add($"{e.Code}: {e.Reason}");
                    }
        }
    }
}

using System.Threading.Channels;
using CityGuard.Cities;
using CityGuard.Client;
using CityGuard.Field.Crews;
using CityGuard.Domain.Areas;
using CityGuard.Field.Driving;
using CityGuard.Field.Talk;
using Microsoft.Extensions.Logging;

namespace CityGuard.Field;

/// <summary>
/// Plays the field of a city through its SDK: callers, patrols that drive, crews that answer orders. The key needs the scopes ingest and read.
/// What it does next is decided on one thread, four times a second; talking with the city is concurrent and bounded.
/// </summary>
public sealed class FieldPlayer(CityModel city, CityGuardClient client, FieldOptions options, TimeProvider time, ILogger<FieldPlayer> logger)
{
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(250);
    private const int TicksPerLog = 240;

    /// <summary>What has been done so far.</summary>
    public FieldStatistics Statistics { get; private set; } = FieldStatistics.None;

    /// <summary>Waits until the city is ready, then plays until the token ends.</summary>
    /// <exception cref="CityGuardException">The key is refused.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        options.Validate();
        await WaitForCity(cancellationToken).ConfigureAwait(false);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inbox = Channel.CreateUnbounded<Heard>(new UnboundedChannelOptions { SingleReader = true });
        var tally = new Tally();
        var line = new Line(inbox.Writer, time, tally, logger, ending.Token);
        var positions = new PositionLine(client, time, tally, ending.Token);
        var world = new FieldWorld(city, options, new Radio(client, line, positions, tally, logger));
        var parts = Districts().Select(district => Listen(district, inbox.Writer, ending.Token))
            .Append(new RoadNews(city, client, time, logger).Listen(inbox.Writer, ending.Token))
            .Append(new PostNews(client, time, logger).Listen(inbox.Writer, ending.Token))
            .Append(Play(world, inbox.Reader, positions, tally, ending.Token)).ToArray();
        try
        {
            // None of them ends by itself: the first that does has failed, or was told to stop.
            await (await Task.WhenAny(parts).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await line.DisposeAsync().ConfigureAwait(false);
            await positions.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WaitForCity(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if ((await client.GetHealthAsync(cancellationToken).ConfigureAwait(false)).Ready)
                    return;
            }
            catch (CityGuardException exception)
            {
                logger.LogDebug("The city is not there yet: {Reason}", exception.Reason);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task Play(FieldWorld world, ChannelReader<Heard> inbox, PositionLine positions, Tally tally, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_tick, time);
        world.Start(Now());
        for (var tick = 1L; ; tick++)
        {
            while (inbox.TryRead(out var heard))
                heard(world, Now());
            world.Tick(Now());
            positions.Flush();
            Statistics = FieldStatistics.Of(world, tally);
            if (tick % TicksPerLog == 0)
                logger.LogInformation("The field: {Statistics}", Statistics);
            await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task Listen(AreaId district, ChannelWriter<Heard> inbox, CancellationToken cancellationToken)
    {
        await foreach (var order in client.AreaOrdersAsync(district, cancellationToken).ConfigureAwait(false))
            inbox.TryWrite((world, now) => world.Hear(order, now));
    }

    private IEnumerable<AreaId> Districts() => city.Cells.Sectors.Select(sector => city.Areas[sector.District].Id).Distinct();

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}

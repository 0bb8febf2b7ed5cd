using System.Threading.Channels;
using CityGuard.Abstractions.Roads;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Client;
using CityGuard.Field.Talk;
using Microsoft.Extensions.Logging;

namespace CityGuard.Field.Driving;

/// <summary>Asks the city what is closed or slower, and tells the crews when that has changed.</summary>
internal sealed class RoadNews(CityModel city, CityGuardClient client, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);

    private readonly RoadConditions _conditions = new(city);
    private string _known = "";

    public async Task Listen(ChannelWriter<Heard> inbox, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        do
        {
            try
            {
                var told = await client.GetRoadsAsync(cancellationToken).ConfigureAwait(false);
                if (told.TravelTimes == _known)
                    continue;
                _known = told.TravelTimes;
                var roads = Roads(told);
                inbox.TryWrite((world, _) => world.Follow(roads));
            }
            catch (CityGuardException exception)
            {
                logger.LogDebug("The city does not say how the roads are: {Reason}", exception.Reason);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    // Of the conditions' names those that are hours are known from the package; the rest are restrictions, told beside them.
    private RoadGraph Roads(RoadsView told)
    {
        var names = told.TravelTimes.Split('+');
        return _conditions.Apply(
            city.Rules.Periods.FirstOrDefault(period => names.Contains(period.Id)), [.. told.Restrictions.Where(r => names.Contains(r.Id)).Select(r => new RoadRestriction(r.Street, r.Area, r.Factor))]);
    }
}

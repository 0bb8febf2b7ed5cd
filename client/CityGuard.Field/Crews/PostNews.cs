using System.Threading.Channels;
using CityGuard.Client;
using CityGuard.Field.Talk;
using Microsoft.Extensions.Logging;

namespace CityGuard.Field.Crews;

/// <summary>Asks the city which posts were moved, and tells the crews when that has changed.</summary>
internal sealed class PostNews(CityGuardClient client, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);

    private int _known;

    public async Task Listen(ChannelWriter<Heard> inbox, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        do
        {
            try
            {
                var told = await client.GetDeploymentAsync(cancellationToken).ConfigureAwait(false);
                if (told.Count == _known)
                    continue;
                _known = told.Count;
                var moved = told.Moved.ToDictionary(post => post.Who, post => post.To);
                inbox.TryWrite((world, now) => world.Post(moved, now));
            }
            catch (CityGuardException exception)
            {
                logger.LogDebug("The city does not say who is posted where: {Reason}", exception.Reason);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }
}

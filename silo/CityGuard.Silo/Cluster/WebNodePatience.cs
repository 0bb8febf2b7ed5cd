using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CityGuard.Silo.Cluster;

/// <summary>A web node may start before the first silo, and outlive the last: it tries every second for ever, and tells once a minute why it is not in.</summary>
internal sealed class WebNodePatience(IOptions<ClusterOptions> cluster, ConnectionLog log, TimeProvider clock) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1), BetweenLines = TimeSpan.FromMinutes(1);
    private long? _told;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (_told is not { } told || clock.GetElapsedTime(told) >= BetweenLines)
        {
            _told = clock.GetTimestamp();
            Console.Error.WriteLine($"cityguard: {JoinFault.Waiting(cluster.Value.ClusterId, log, exception.Message)}");
        }

        await Task.Delay(BetweenTries, cancellationToken);
        return true;
    }
}

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>
/// What stands in front of a cluster: each attempt goes to the next node. A node that is gone or hangs costs one attempt; the SDK makes the next one, which
/// takes another door. Counts the writes that went out and whose answer never came.
/// </summary>
internal sealed class Doors(Func<IReadOnlyList<string>> nodes) : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), PooledConnectionLifetime = TimeSpan.FromSeconds(30) })
{
    private int _next;
    private int _closed;
    private int _cutOff;
    private int _refused;

    /// <summary>Attempts that found nobody.</summary>
    public int Closed => Volatile.Read(ref _closed);

    /// <summary>Writes whose answer was lost: the SDK sends each of them again.</summary>
    public int CutOff => Volatile.Read(ref _cutOff);

    /// <summary>Answers that said to come again: the city could not say whether something was done, or that it was not.</summary>
    public int Refused => Volatile.Read(ref _refused);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var doors = nodes();
        var door = new Uri(doors[(int)((uint)Interlocked.Increment(ref _next) % (uint)doors.Count)]);
        request.RequestUri = new Uri(door, request.RequestUri!.PathAndQuery);
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if ((int)answer.StatusCode >= 500)
                Interlocked.Increment(ref _refused);
            return answer;
        }
        catch (HttpRequestException broken)
        {
            Interlocked.Increment(ref broken.HttpRequestError is HttpRequestError.ConnectionError ? ref _closed : ref _cutOff);
            throw;
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cutOff);
            throw;
        }
    }
}

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>The connection to the city, which counts the writes that went out and whose answer never came: the SDK sends each of them again.</summary>
internal sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _cutOff;

    public int CutOff => Volatile.Read(ref _cutOff);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException broken) when (broken.HttpRequestError is not HttpRequestError.ConnectionError && request.Method == HttpMethod.Post)
        {
            Interlocked.Increment(ref _cutOff);
            throw;
        }
    }
}

namespace CityGuard.Grains.Deployments;

/// <summary>Where everybody is posted now, on this silo. Whoever asks gets one whole picture; each board takes the new one up at its next flush.</summary>
internal sealed class LivePosts(Posts ofPackage)
{
    private volatile Posts _now = ofPackage;

    public Posts Now => _now;

    public void Become(Posts posts) => _now = posts;
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Geography;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>Roads that a test sets, and a list of what was said.</summary>
public sealed class FakeRoads : IRoadsFront
{
    public RoadsView View { get; set; } = new(0, "", []);

    public WayView? Way { get; set; }

    public List<object> Said { get; } = [];

    public Refusal? Refusal { get; set; }

    public Task<Answer<RoadsView>> Get(Credential caller) => Task.FromResult<Answer<RoadsView>>(View);

    public Task<Answer<RoadsView>> Restrict(Credential caller, RestrictRoadsCommand command) => Say(command);

    public Task<Answer<RoadsView>> Release(Credential caller, string restriction, ReleaseRoadsCommand command) => Say((restriction, command));

    public Task<Answer<RoadShapes>> Shapes(Credential caller) => Task.FromResult<Answer<RoadShapes>>(new RoadShapes(View.Version, """{"type":"FeatureCollection","features":[]}"""));

    public Task<Answer<WayView>> Route(Credential caller, GeoPoint from, GeoPoint to)
        => Task.FromResult(Way is null ? (Answer<WayView>)new Refusal(RefusalCode.Unprocessable, "there is no way") : Way);

    public Task<Answer<IsochroneView>> Isochrone(Credential caller, GeoPoint from, double minutes, TravelMode mode)
        => Task.FromResult<Answer<IsochroneView>>(new Refusal(RefusalCode.Unprocessable, "nothing is reached"));

    private Task<Answer<RoadsView>> Say(object said)
    {
        Said.Add(said);
        return Task.FromResult(Refusal is { } refusal ? (Answer<RoadsView>)refusal : View);
    }
}

using CityGuard.Cities;
using CityGuard.Domain.Responders;
using CityGuard.Field.Draws;

namespace CityGuard.Field.Crews;

/// <summary>Every crew of the city.</summary>
internal sealed class CrewRoster
{
    private readonly CityModel _city;
    private readonly Crew[] _crews;

    public CrewRoster(CityModel city, ulong seed)
    {
        _city = city;
        var kinds = city.Rules.Kinds.ToDictionary(kind => kind.Id);
        var key = DrawKey.Of(seed, "crew");
        _crews = new Crew[city.Responders.Length];
        for (var i = 0; i < _crews.Length; i++)
        {
            var profile = city.Responders[i];
            city.TryCell(profile.Cell.Value, out var cell);
            _crews[i] = new Crew(i, profile, kinds[profile.Kind], cell, city.Cells.Node[cell], key.With(profile.Id.Value));
        }

        Mobile = [.. _crews.Where(crew => crew.IsMobile)];
    }

    public IReadOnlyList<Crew> All => _crews;

    /// <summary>Those who move at all.</summary>
    public IReadOnlyList<Crew> Mobile { get; }

    public Crew? Find(ResponderId responder) => _city.TryResponder(responder.Value, out var index) ? _crews[index] : null;
}

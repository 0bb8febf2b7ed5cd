using System.Collections.Frozen;
using System.Globalization;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;
using CityGuard.Web.Map;

namespace CityGuard.Web.Panels;

/// <summary>Names of the city's things in the reader's language.</summary>
public sealed class CityNames(ICityMapSource source)
{
    private readonly Lazy<Tables> _tables = new(() => new Tables(source.City));

    public string CityName => Of(source.City.Name);

    /// <summary>Id of the whole city.</summary>
    public string CityArea => source.City.Areas[0].Id.Value;

    public static string Of(BilingualName name)
        => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? name.Zh : name.En;

    public Area? FindArea(string id) => _tables.Value.Areas.GetValueOrDefault(id);

    public string Area(string id) => FindArea(id) is { } area ? Of(area.Name) : id;

    /// <summary>The areas above an area, the city first, the area itself last.</summary>
    public IReadOnlyList<Area> PathTo(string id)
    {
        var path = new List<Area>();
        for (var area = FindArea(id); area is not null; area = area.Parent is { } parent ? FindArea(parent.Value) : null)
            path.Insert(0, area);
        return path;
    }

    /// <summary>An area and those below it that command: districts and sectors. One that commands nothing itself has only itself.</summary>
    public IEnumerable<Area> Commanded(string from)
        => source.City.Areas.Where(area => area.Id.Value == from || (area.Kind is AreaKind.District or AreaKind.Sector && PathTo(area.Id.Value).Any(above => above.Id.Value == from)));

    public string DutyLevel(string level) => source.City.Duty.FirstOrDefault(known => known.Level == level) is { } known ? Of(known.Name) : level;

    public string Standard(string id) => source.City.Standards.FirstOrDefault(known => known.Id == id) is { } known ? Of(known.Name) : id;

    /// <summary>The smallest area around it that the map can show: beats have no outline of their own.</summary>
    public string OnMap(string id) => FindArea(id) is { Kind: AreaKind.Beat, Parent: { } sector } ? sector.Value : id;

    public string Kind(string id) => _tables.Value.Kinds.TryGetValue(id, out var kind) ? Of(kind.Name) : id;

    public string IncidentType(string id) => _tables.Value.Types.TryGetValue(id, out var name) ? Of(name) : id;

    public string CallSign(ResponderId id) => _tables.Value.CallSigns.GetValueOrDefault(id, id.Value);

    public string Target(TargetId id) => _tables.Value.Targets.TryGetValue(id, out var name) ? Of(name) : id.Value;

    private sealed class Tables(CityMap city)
    {
        public FrozenDictionary<string, Area> Areas { get; } = city.Areas.ToFrozenDictionary(a => a.Id.Value);

        public FrozenDictionary<string, ResponderKind> Kinds { get; } = city.Kinds.ToFrozenDictionary(k => k.Id);

        public FrozenDictionary<string, BilingualName> Types { get; } = city.IncidentTypes.ToFrozenDictionary(t => t.Id, t => t.Name);

        public FrozenDictionary<ResponderId, string> CallSigns { get; } = city.Responders.ToFrozenDictionary(r => r.Id, r => r.CallSign);

        public FrozenDictionary<TargetId, BilingualName> Targets { get; } = city.Targets.ToFrozenDictionary(t => t.Id, t => t.Name);
    }
}

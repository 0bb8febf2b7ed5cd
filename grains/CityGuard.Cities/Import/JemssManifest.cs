using System.Collections.Immutable;
using System.Globalization;
using CityGuard.Cities.Package;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Import;

/// <summary>Writes the first page of an imported city.</summary>
internal static class JemssManifest
{
    public static CityManifest Write(string key, BilingualName name, string timeZone, KnownCity? known, JemssService service, CityParts parts)
    {
        var sources = known?.Sources ?? [new CitySource("everything", "a JEMSS city model in folder " + key, "as its maker says")];
        var artificial = service.Stations.Count(s => s.Artificial);
        return new CityManifest(
            CityPackage.Schema,
            key,
            name,
            timeZone,
            artificial == 0 ? [] : ["stations"],
            [.. sources, .. Notes(service, artificial)],
            ImmutableSortedDictionary<string, int>.Empty,
            CityBounds.Of(parts.Cells),
            Hash: "",
            service.OffRoadMetresPerSecond);
    }

    private static IEnumerable<CitySource> Notes(JemssService service, int artificial)
    {
        var targets = string.Join(", ", service.Priorities.Select(p => Text($"{p.Key} {p.TargetSeconds / 60:0.#} min from the call = {p.CoverSeconds:0} s from the alert")));
        yield return new CitySource("standards", Text($"the model's target times less its dispatch delay of {service.DispatchDelaySeconds:0} s: {targets}"), "facts");
        yield return new CitySource("time on scene", Text($"the model's mean of {service.OnSceneSeconds:0} s; transport to hospital and handover are not played"), "facts");
        if (artificial > 0)
            yield return new CitySource("stations", Text($"{artificial} of {service.Stations.Count} are marked artificial by the model's makers"), "facts");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using CityGuard.Cities;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Scenarios;

/// <summary>
/// Types and severities that a night can bring, numbered: those of the city's demand first, in its order, so that an edit which brings new ones changes no
/// number.
/// </summary>
internal sealed class CallTable
{
    private const int UnknownOnSceneSeconds = 1200;

    private readonly List<CallType> _calls = [];
    private readonly DemandModel _demand;
    private readonly ServiceTimes _service;

    public CallTable(DemandModel demand, ServiceTimes service)
    {
        (_demand, _service) = (demand, service);
        OfMix = [.. demand.Mix.Select(mix => Number(mix.Type, mix.Severity, mix.OnSceneSeconds))];
    }

    public CallType[] Calls => [.. _calls];

    /// <summary>Number of each row of the city's mix.</summary>
    public int[] OfMix { get; }

    /// <param name="onSceneSeconds">Mean time on scene; null: as the city's demand has it for the type.</param>
    public int Number(string type, IncidentSeverity severity, int? onSceneSeconds = null)
    {
        var known = _calls.FindIndex(call => call.Type == type && call.Severity == severity);
        if (known >= 0)
            return known;
        var mean = onSceneSeconds ?? _demand.Mix.Where(m => m.Type == type).Select(m => (int?)m.OnSceneSeconds).FirstOrDefault() ?? UnknownOnSceneSeconds;
        _calls.Add(new CallType(type, severity, _service.OnSceneByType.GetValueOrDefault(type) ?? _service.OnScene.WithMean(mean)));
        return _calls.Count - 1;
    }
}

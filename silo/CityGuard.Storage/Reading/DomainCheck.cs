using System.Text.Json;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Roads;
using CityGuard.Domain.Scenarios;

namespace CityGuard.Storage.Reading;

/// <summary>The journal as facts: parses each stream by its family and feeds the invariants.</summary>
internal sealed class DomainCheck(IEnumerable<AckedFact> acked, List<string> violations)
{
    private readonly InvariantChecker _checker = new(acked);

    public void Check(StoredStream stream, IReadOnlyList<StoredEntry> events)
    {
        if (IncidentId.TryParse(stream.Name, out var incident))
        {
            if (Parse(EventCodec.Incidents, events) is { } happened)
                _checker.Incident(incident, happened);
            if (_checker.IsOpen(incident) && stream.OpenIn is null)
                violations.Add($"{stream.Name}: it is open and in no sector's list of open incidents");
        }
        else if (ResponderId.TryParse(stream.Name, out var responder))
        {
            if (Parse(EventCodec.Responders, events) is { } happened)
                _checker.Responder(responder, happened);
        }
        else if (AreaId.TryParse(stream.Name, out var area))
        {
            if (Parse(EventCodec.Areas, events) is { } happened)
                _checker.Area(area, happened);
        }
        else if (stream.Name == JournalBinding.Stream)
        {
            var happened = Parse(EventCodec.City, events);
            if (happened is not [CityBound, ..])
                violations.Add($"{stream.Name} version 1: the journal is not bound to a city");
            _checker.City(stream.Name, happened ?? []);
        }
        else if (DayBookId.TryParse(stream.Name, out _))
        {
            if (Parse(EventCodec.Days, events) is { } happened)
                _checker.Day(stream.Name, happened);
        }
        else if (AidId.TryParse(stream.Name, out var aid))
        {
            if (Parse(EventCodec.Aids, events) is { } happened)
                _checker.Aid(aid, happened);
        }
        else if (HandOverStream.TryParse(stream.Name, out _))
        {
            if (Parse(EventCodec.HandOvers, events) is { } happened)
                _checker.HandOver(stream.Name, happened);
        }
        else if (GridEventId.TryParse(stream.Name, out var gridEvent))
        {
            if (Parse(EventCodec.GridEvents, events) is { } happened && _checker.GridEvent(gridEvent, happened) && stream.OpenIn is null)
                violations.Add($"{stream.Name}: it is open and in no sector's list of open work");
        }
        else if (StockStream.TryParse(stream.Name, out var keeper))
        {
            if (Parse(EventCodec.Stocks, events) is { } happened)
                _checker.Stock(keeper, happened);
        }
        else if (RoadStream.Is(stream.Name))
        {
            if (Parse(EventCodec.Roads, events) is { } happened)
                _checker.Roads(stream.Name, happened);
        }
        else if (DeploymentStream.Is(stream.Name))
        {
            if (Parse(EventCodec.Deployments, events) is { } happened)
                _checker.Deployment(stream.Name, happened);
        }
        else if (ScenarioId.IsScenario(stream.Name))
        {
            if (Parse(EventCodec.Scenarios, events) is { } happened)
                _checker.Scenario(stream.Name, happened);
        }
        else if (ScenarioId.IsRun(stream.Name))
        {
            if (Parse(EventCodec.Runs, events) is { } happened)
                _checker.Run(stream.Name, happened);
        }
        else
        {
            violations.Add($"{stream.Name}: a stream of a family that this program does not know");
        }
    }

    public IReadOnlyList<string> Finish(bool quiescent) => _checker.Finish(quiescent);

    private List<TEvent>? Parse<TEvent>(EventCodec<TEvent> codec, IReadOnlyList<StoredEntry> events)
        where TEvent : class
    {
        var parsed = new List<TEvent>(events.Count);
        foreach (var stored in events)
        {
            try
            {
                if (codec.Decode(stored.Json) is { } happened)
                {
                    parsed.Add(happened);
                    continue;
                }

                violations.Add($"{stored.Stream} version {stored.Version}: an event of a kind or version that this program does not know");
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                violations.Add($"{stored.Stream} version {stored.Version}: no event can be read from it: {e.Message.ReplaceLineEndings(" ")}");
            }

            return null;
        }

        return parsed;
    }
}

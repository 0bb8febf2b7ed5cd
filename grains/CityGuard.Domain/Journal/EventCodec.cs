using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders.Events;
using CityGuard.Domain.Roads.Events;
using CityGuard.Domain.Scenarios.Events;

namespace CityGuard.Domain.Journal;

/// <summary>The codecs of the families of streams.</summary>
public static class EventCodec
{
    /// <summary>Incidents, streams <c>i-...</c>.</summary>
    public static EventCodec<IncidentEvent> Incidents { get; } = new(EventJson.Default.IncidentEvent);

    /// <summary>Responders, streams <c>u- p- x- f- v-</c>.</summary>
    public static EventCodec<ResponderEvent> Responders { get; } = new(EventJson.Default.ResponderEvent);

    /// <summary>Areas, streams <c>city- d- s- b- st- m-</c>.</summary>
    public static EventCodec<AreaEvent> Areas { get; } = new(EventJson.Default.AreaEvent);

    /// <summary>The city's own stream.</summary>
    public static EventCodec<CityEvent> City { get; } = new(EventJson.Default.CityEvent);

    /// <summary>Calls of a sector and day, streams <c>n-...</c>.</summary>
    public static EventCodec<DayEvent> Days { get; } = new(EventJson.Default.DayEvent);

    /// <summary>Hand-over sheets of an area, streams <c>h-...</c>.</summary>
    public static EventCodec<HandOverEvent> HandOvers { get; } = new(EventJson.Default.HandOverEvent);

    /// <summary>Requests for mutual aid, streams <c>a-...</c>.</summary>
    public static EventCodec<AidEvent> Aids { get; } = new(EventJson.Default.AidEvent);

    /// <summary>Grid events and tickets, streams <c>g-...</c>.</summary>
    public static EventCodec<GridEventFact> GridEvents { get; } = new(EventJson.Default.GridEventFact);

    /// <summary>Stocks of an area, streams <c>k-...</c>.</summary>
    public static EventCodec<StockEvent> Stocks { get; } = new(EventJson.Default.StockEvent);

    /// <summary>Roads of the city, stream <c>n-...</c>.</summary>
    public static EventCodec<RoadEvent> Roads { get; } = new(EventJson.Default.RoadEvent);

    /// <summary>Posts moved live, stream <c>w-...</c>.</summary>
    public static EventCodec<DeploymentEvent> Deployments { get; } = new(EventJson.Default.DeploymentEvent);

    /// <summary>Saved scenarios, streams <c>sc-...</c>.</summary>
    public static EventCodec<ScenarioEvent> Scenarios { get; } = new(EventJson.Default.ScenarioEvent);

    /// <summary>Questions asked of scenarios, streams <c>sr-...</c>.</summary>
    public static EventCodec<RunEvent> Runs { get; } = new(EventJson.Default.RunEvent);
}

/// <summary>Turns events into stored bytes and back. What is stored stays as it was; old shapes are lifted when read.</summary>
/// <typeparam name="TEvent">Base type of the stream's events.</typeparam>
public sealed class EventCodec<TEvent>
    where TEvent : class
{
    private readonly JsonTypeInfo<TEvent> _shape;
    private readonly FrozenSet<string> _kinds;
    private readonly FrozenDictionary<(string Kind, int From), Action<JsonObject>> _upcasts;

    /// <summary>Makes a codec.</summary>
    /// <param name="shape">Source-generated, polymorphic by <c>kind</c>.</param>
    /// <param name="upcasts">For (kind, v): rewrites that shape into version v + 1. Version 1 needs none.</param>
    public EventCodec(JsonTypeInfo<TEvent> shape, IReadOnlyDictionary<(string Kind, int From), Action<JsonObject>>? upcasts = null)
    {
        _shape = shape;
        _kinds = shape.PolymorphismOptions!.DerivedTypes.Select(kind => (string)kind.TypeDiscriminator!).ToFrozenSet();
        _upcasts = (upcasts ?? new Dictionary<(string, int), Action<JsonObject>>()).ToFrozenDictionary();
    }

    /// <summary>Kinds this code knows.</summary>
    public IReadOnlySet<string> Kinds => _kinds;

    /// <summary>An entry to append.</summary>
    public JournalEntry Encode(string eventId, TEvent happened) => new(eventId, JsonSerializer.SerializeToUtf8Bytes(happened, _shape));

    /// <summary>Reads a stored event; null when its kind, or its version of that kind, is not known to this code.</summary>
    /// <exception cref="JsonException">The bytes are no event at all.</exception>
    public TEvent? Decode(ReadOnlyMemory<byte> json)
    {
        var (kind, version) = Label(json.Span);
        if (!_kinds.Contains(kind) || version > CurrentVersion(kind))
            return null;
        if (!_upcasts.ContainsKey((kind, version)))
            return JsonSerializer.Deserialize(json.Span, _shape);

        var lifted = JsonNode.Parse(json.Span)!.AsObject();
        for (; _upcasts.TryGetValue((kind, version), out var upcast); version++)
            upcast(lifted);
        return lifted.Deserialize(_shape);
    }

    private int CurrentVersion(string kind)
    {
        var version = 1;
        while (_upcasts.ContainsKey((kind, version)))
            version++;
        return version;
    }

    private static (string Kind, int Version) Label(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? kind = null;
        int? version = null;
        reader.Read();
        while ((kind is null || version is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKind = reader.ValueTextEquals("kind"u8);
            var isVersion = reader.ValueTextEquals("v"u8);
            reader.Read();
            if (isKind)
                kind = reader.GetString();
            else if (isVersion)
                version = reader.GetInt32();
            else
                reader.Skip();
        }

        return (kind ?? throw new JsonException("an event without a kind"), version ?? throw new JsonException("an event without a version"));
    }
}

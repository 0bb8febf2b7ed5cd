using System.Collections.Immutable;
using System.Text.Json;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Responders;

/// <summary>The state of a responder in its head: a stream that grows for years is read from its last few facts.</summary>
internal static class ResponderSnapshot
{
    /// <summary>A snapshot stands at every version that this divides.</summary>
    public const int Every = 16;

    private const int Shape = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Stored(
        int V, long Epoch, IncidentId? Incident, OperationId? Op, bool InService, DateTimeOffset? SignedInAt, ImmutableSortedDictionary<string, DateTimeOffset> Renewed, DateTimeOffset LastStamp, DateTimeOffset StatusAfter,
        TakenBackOrder? TakenBack, ImmutableList<OwedLoss> Owes, ImmutableList<KnownForceRelease> Forced, Lending? Lent);

    public static ReadOnlyMemory<byte> Write(ResponderState state)
        => JsonSerializer.SerializeToUtf8Bytes(
            new Stored(Shape, state.Epoch, state.Incident, state.Op, state.InService, state.SignedInAt, state.Renewed, state.LastStamp, state.StatusAfter, state.TakenBack, state.Owes, state.Forced, state.Lent), Json);

    /// <summary>Null: another version wrote it in another shape, or it is damaged; the facts are read from the beginning instead.</summary>
    public static ResponderState? Read(ReadOnlyMemory<byte> snapshot)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(snapshot.Span, Json) is { V: Shape } stored
                ? new(stored.Epoch, stored.Incident, stored.Op, stored.InService, stored.SignedInAt, stored.Renewed, stored.LastStamp, stored.StatusAfter) { TakenBack = stored.TakenBack, Owes = stored.Owes, Forced = stored.Forced, Lent = stored.Lent }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Targets;

namespace CityGuard.Domain.Responders;

/// <summary>A kind of responder as data: a city of ambulances has its own.</summary>
/// <param name="Id">Stable key, e.g. <c>emergencyUnit</c>, <c>patrolGroup</c>, <c>specialPolice</c>, <c>stationForce</c>, <c>ambulance</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="PremisesOnly">True: alerted on foot within its own premises, never sent elsewhere (最小应急单元).</param>
/// <param name="Patrols">True: moves about on patrol while available; false: waits at its post.</param>
/// <param name="FreshPositionSeconds">A position older than this is stale and does not count; null: presence follows the sign-in, see <see cref="Presence"/>.</param>
/// <param name="SignInSeconds">A sign-in older than this has lapsed; null: no sign-in asked.</param>
/// <param name="Channels">By which channels orders reach it, the first one first.</param>
/// <param name="FreshAwaySeconds">Where presence follows the sign-in: away from its post a position older than this is stale all the same; null: never.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponderKind")]
public sealed record ResponderKind(
    [property: Id(0)] string Id,
    [property: Id(1)] BilingualName Name,
    [property: Id(2)] bool PremisesOnly,
    [property: Id(3)] bool Patrols,
    [property: Id(4)] int? FreshPositionSeconds,
    [property: Id(5)] int? SignInSeconds,
    IReadOnlyList<OrderChannel>? Channels = null,
    [property: Id(80)] int? FreshAwaySeconds = null)
{
    private static readonly OrderChannel[] TerminalOnly = [OrderChannel.Terminal];

    /// <summary>By which channels orders reach it, the first one first; not said: its terminal.</summary>
    [Id(6)]
    public IReadOnlyList<OrderChannel> Channels { get; init; } = Channels is { Count: > 0 } ? Channels : TerminalOnly;
}

/// <summary>What a city knows of one responder before the day begins.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Kind">Key of its <see cref="ResponderKind"/>.</param>
/// <param name="Class">Class letter (units A-D, patrols A-C), or empty.</param>
/// <param name="CallSign">Call sign shown to people.</param>
/// <param name="Capabilities">Capability keys, e.g. <c>armed</c>, <c>medical</c>.</param>
/// <param name="Post">Home post, or the premises of a unit.</param>
/// <param name="Cell">Cell of the post.</param>
/// <param name="Premises">For a unit: the key target it stands in, when it stands in one.</param>
/// <param name="TurnoutSeconds">From alert to moving (units: from alert to on the spot), seconds.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponderProfile")]
public sealed record ResponderProfile(
    [property: Id(0)] ResponderId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Class,
    [property: Id(3)] string CallSign,
    [property: Id(4)] IReadOnlyList<string> Capabilities,
    [property: Id(5)] GeoPoint Post,
    [property: Id(6)] CellId Cell,
    [property: Id(7)] TargetId? Premises,
    [property: Id(8)] int TurnoutSeconds);

/// <summary>What a responder is doing, as crews and commanders name it.</summary>
public enum ResponderStatus : byte
{
    /// <summary>On post, free (在岗).</summary>
    Available,

    /// <summary>Held by an incident, order not yet accepted or not yet moving.</summary>
    Assigned,

    /// <summary>Driving to the scene.</summary>
    EnRoute,

    /// <summary>On scene (处警中).</summary>
    OnScene,

    /// <summary>Cleared, on the way back; may be sent.</summary>
    Returning,

    /// <summary>Off line (离线).</summary>
    OutOfService,
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Protocol;

/// <summary>Taking a responder from a strictly less grave incident (抽调).</summary>
/// <param name="Responder">Who.</param>
/// <param name="Role">In which role here, 1 to 64 characters.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="From">The incident that holds it, as the person saw it: refused when it is another; null: do not care.</param>
/// <param name="IfVersion">Refuse with conflict when this incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
/// <param name="Extra">True: also when the plan's count for this role is filled.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DivertCommand")]
public sealed record DivertCommand(
    [property: Id(0)] ResponderId Responder, [property: Id(1)] string Role, [property: Id(2)] string Why, [property: Id(3)] IncidentId? From = null,
    [property: Id(4)] long? IfVersion = null, [property: Id(5)] string? Command = null, [property: Id(6)] bool Extra = false);

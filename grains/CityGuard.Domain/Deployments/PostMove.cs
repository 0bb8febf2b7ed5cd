using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Deployments;

/// <summary>Where one responder is posted from now on.</summary>
/// <param name="Who">Who.</param>
/// <param name="To">The new post in WGS 84; null: the one of the city package.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PostMove")]
public sealed record PostMove([property: Id(0)] ResponderId Who, [property: Id(1)] GeoPoint? To = null);

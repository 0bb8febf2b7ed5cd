using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Hosting;

/// <summary>A standard of the city with the rule made of it.</summary>
internal sealed record CompiledStandard(ResponseStandard Standard, StandardRule Rule);

using Xunit;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>Thousands of walks take every core there is. Beside them a living city would answer late, and its tests would see that.</summary>
[CollectionDefinition(nameof(WholeMachine), DisableParallelization = true)]
public sealed class WholeMachine;

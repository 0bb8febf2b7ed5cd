using Xunit;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>Tests that share one city run one after the other in it; each leaves its responders free.</summary>
[CollectionDefinition(nameof(OneCity))]
public sealed class OneCity : ICollectionFixture<City>;

namespace CityGuard.Grains.Journaling;

/// <summary>The outcome of an append is unknown: this activation must not say anything to anyone. The next one reads what is true.</summary>
[GenerateSerializer, Alias("CityGuard.Grains.ActivationPoisonedException")]
internal sealed class ActivationPoisonedException(string stream) : Exception($"The outcome of an append to {stream} is unknown; ask again.");

/// <summary>Another activation of the same actor wrote first, three times in one turn.</summary>
[GenerateSerializer, Alias("CityGuard.Grains.ActivationContendedException")]
internal sealed class ActivationContendedException(string stream) : Exception($"Another activation writes {stream}; ask again.");

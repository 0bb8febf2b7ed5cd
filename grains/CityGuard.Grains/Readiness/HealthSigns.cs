using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Readiness;

/// <summary>What a silo's word on the city's health is made of.</summary>
/// <param name="Sectors">How many sectors the city has.</param>
/// <param name="NotReady">Ids of those whose board is rebuilding or did not answer.</param>
/// <param name="WasReady">All boards have answered once since this silo started.</param>
/// <param name="Journal">What this silo's appends found.</param>
/// <param name="FeedAge">Age of the oldest change that viewers of this silo have not been sent.</param>
/// <param name="ClockAhead">How far the machine's clock is ahead of the time that this node keeps; negative: behind.</param>
internal sealed record HealthSigns(int Sectors, IReadOnlyList<string> NotReady, bool WasReady, JournalSigns Journal, TimeSpan FeedAge, TimeSpan ClockAhead = default);

namespace CityGuard.Domain.Incidents;

/// <summary>A responder as a person who chose it could see it.</summary>
/// <param name="Epoch">Its ownership epoch.</param>
/// <param name="Deciseconds">Its expected arrival: turnout and travel; null: not known.</param>
public readonly record struct SeenResponder(long Epoch, int? Deciseconds);

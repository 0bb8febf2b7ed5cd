namespace CityGuard.Web.Desk;

/// <summary>What a person said in the dialog of an act.</summary>
/// <param name="Why">Reason or note; empty where the act asks for none.</param>
/// <param name="Choice">Key of what was chosen; null: there was nothing to choose.</param>
public sealed record ActAnswer(string Why, string? Choice = null);

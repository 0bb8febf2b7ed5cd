namespace CityGuard.Web.Components.Events;

/// <summary>What a person has said in the dialog.</summary>
/// <param name="Why">Reason or note.</param>
/// <param name="Choice">Key of what was chosen.</param>
/// <param name="Also">What was asked besides.</param>
public sealed record EventChoice(string? Why, string? Choice, string? Also);

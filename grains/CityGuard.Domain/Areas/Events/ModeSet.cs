using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Areas.Events;

/// <summary>How much goes by itself was said for everything in the area.</summary>
/// <param name="Mode">How much.</param>
/// <param name="Why">Reason given.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command; null: it had none.</param>
public sealed record ModeSet(DispatchMode Mode, string Why, string By, DateTimeOffset At, string? Command = null) : AreaEvent;

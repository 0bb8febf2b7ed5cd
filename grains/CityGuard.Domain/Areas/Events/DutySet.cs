using CityGuard.Domain.Duty;

namespace CityGuard.Domain.Areas.Events;

/// <summary>A duty level was ordered for an area and all below it.</summary>
/// <param name="Level">Key of the level.</param>
/// <param name="Scenario">For what.</param>
/// <param name="From">It holds from this moment on.</param>
/// <param name="Until">It holds no longer from this moment on; nothing is appended then.</param>
/// <param name="Version">Which change of the area's duty this is, from 1.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Reason given.</param>
/// <param name="At">When it was ordered.</param>
/// <param name="Command">Id of the command.</param>
public sealed record DutySet(string Level, string Scenario, DateTimeOffset From, DateTimeOffset Until, long Version, string By, string Why, DateTimeOffset At, string? Command) : AreaEvent;

/// <summary>An order was ended before its time.</summary>
/// <param name="Order">The version of the order.</param>
/// <param name="Version">Which change of the area's duty this is.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Reason given.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command.</param>
public sealed record DutyEnded(long Order, long Version, string By, string Why, DateTimeOffset At, string? Command) : AreaEvent;

/// <summary>A station has acknowledged one measure of an order, its own or of an area above.</summary>
/// <param name="Area">The area that gave the order.</param>
/// <param name="Order">Version of the order.</param>
/// <param name="Measure">Which measure.</param>
/// <param name="Until">When the order is over.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command; it may have acknowledged several measures.</param>
public sealed record DutyAcknowledged(AreaId Area, long Order, DutyMeasure Measure, DateTimeOffset Until, string By, DateTimeOffset At, string? Command) : AreaEvent;

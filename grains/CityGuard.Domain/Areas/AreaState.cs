using System.Collections.Immutable;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Areas;

/// <summary>What an area's stream says.</summary>
/// <param name="Mode">What was last said here of how much goes by itself; null when nothing was.</param>
public sealed record AreaState(ModeSet? Mode)
{
    /// <summary>Before any fact.</summary>
    public static AreaState Initial { get; } = new(default(ModeSet));

    /// <summary>Modes by the id of their command. They are rare, so all are kept.</summary>
    public ImmutableDictionary<string, ModeSet> Commands { get; init; } = ImmutableDictionary<string, ModeSet>.Empty;

    /// <summary>Its duty.</summary>
    public AreaDuties Duty { get; init; } = AreaDuties.None;

    /// <summary>Says how much goes by itself. A repeat of a command is nothing new, also when another mode has been set since.</summary>
    public Decision<AreaEvent> Switch(DispatchMode mode, string why, string by, DateTimeOffset now, string? command)
    {
        if (command is null || !Commands.TryGetValue(command, out var known))
            return new ModeSet(mode, why, by, Later(now), command);
        return (known.Mode, known.Why, known.By) == (mode, why, by)
            ? Array.Empty<AreaEvent>()
            : new Objection(ObjectionKind.Conflict, $"command {command} was another one: mode {char.ToLowerInvariant(known.Mode.ToString()[0])}{known.Mode.ToString()[1..]} by {known.By}");
    }

    /// <summary>What was last said here, as it is told to those below.</summary>
    /// <param name="area">This area.</param>
    public ModeWord? Word(AreaId area) => Mode is { } set ? new ModeWord(set.Mode, area, set.By, set.Why, set.At) : null;

    /// <summary>The state after a fact.</summary>
    public AreaState Evolve(AreaEvent happened) => happened switch
    {
        DutySet or DutyEnded or DutyAcknowledged => this with { Duty = Duty.Evolve(happened) },
        ModeSet set => With(set),
        AutomaticSet old => With(old.AsMode()),
        _ => this,
    };

    private AreaState With(ModeSet set) => this with { Mode = set, Commands = set.Command is { } command ? Commands.SetItem(command, set) : Commands };

    // Times order the words of areas above each other, so within one area they only grow.
    private DateTimeOffset Later(DateTimeOffset now) => Mode is { } set && set.At >= now ? set.At.AddTicks(1) : now;
}

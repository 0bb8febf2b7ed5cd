using System.Collections.Immutable;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Areas;

/// <summary>What an area's stream says.</summary>
/// <param name="Automatic">The last switch of automatic dispatch here; null when it was never touched.</param>
public sealed record AreaState(AutomaticSet? Automatic)
{
    /// <summary>Before any fact.</summary>
    public static AreaState Initial { get; } = new(default(AutomaticSet));

    /// <summary>Switches by the id of their command. Switches are rare, so all are kept.</summary>
    public ImmutableDictionary<string, AutomaticSet> Commands { get; init; } = ImmutableDictionary<string, AutomaticSet>.Empty;

    /// <summary>Its duty.</summary>
    public AreaDuties Duty { get; init; } = AreaDuties.None;

    /// <summary>Switches automatic dispatch. A repeat of a command is nothing new, also when another switch has come since.</summary>
    public Decision<AreaEvent> Switch(bool on, string why, string by, DateTimeOffset now, string? command)
    {
        if (command is null || !Commands.TryGetValue(command, out var known))
            return new AutomaticSet(on, why, by, Later(now), command);
        return (known.On, known.Why, known.By) == (on, why, by)
            ? Array.Empty<AreaEvent>()
            : new Objection(ObjectionKind.Conflict, $"command {command} was another one: automatic dispatch {(known.On ? "on" : "off")} by {known.By}");
    }

    /// <summary>The state after a fact.</summary>
    public AreaState Evolve(AreaEvent happened) => happened switch
    {
        AutomaticSet { Command: { } command } set => this with { Automatic = set, Commands = Commands.SetItem(command, set) },
        AutomaticSet set => this with { Automatic = set },
        DutySet or DutyEnded => this with { Duty = Duty.Evolve(happened) },
        _ => this,
    };

    // Times order the switches of areas above each other, so within one area they only grow.
    private DateTimeOffset Later(DateTimeOffset now) => Automatic is { } set && set.At >= now ? set.At.AddTicks(1) : now;
}

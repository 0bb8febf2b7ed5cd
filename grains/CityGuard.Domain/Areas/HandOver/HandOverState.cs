using System.Collections.Immutable;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Areas.HandOver;

/// <summary>One sheet and who took over by it; null: nobody yet.</summary>
public sealed record HandOverSheet(SheetMade Made, SheetAcknowledged? Taken);

/// <summary>The hand-over sheets of one area.</summary>
public sealed record HandOverState
{
    /// <summary>Before any sheet.</summary>
    public static HandOverState Empty { get; } = new();

    /// <summary>All sheets, in order.</summary>
    public ImmutableList<HandOverSheet> Sheets { get; init; } = [];

    /// <summary>The sheet of each command that was carried out.</summary>
    public ImmutableDictionary<string, HandOverEvent> Commands { get; init; } = ImmutableDictionary<string, HandOverEvent>.Empty;

    /// <summary>A sheet; null: there is none of this id.</summary>
    public HandOverSheet? Find(SheetId id) => Sheets.Find(sheet => sheet.Made.Sheet == id);

    /// <summary>The sheet that a command made; null: it made none.</summary>
    public HandOverSheet? MadeBy(string command) => Commands.GetValueOrDefault(command) is SheetMade made ? Find(made.Sheet) : null;

    /// <summary>Makes a sheet. A repeat of the command is nothing new.</summary>
    public Decision<HandOverEvent> Make(ShiftPicture picture, string? notes, string by, DateTimeOffset now, string command)
        => Commands.GetValueOrDefault(command) switch
        {
            null => new SheetMade(SheetId.Of(Sheets.Count + 1), picture, notes, by, now, command),
            SheetMade made when made.By == by => Array.Empty<HandOverEvent>(),
            var other => Another(command, other),
        };

    /// <summary>Takes over by the last sheet: only another person than the one who made it can.</summary>
    public Decision<HandOverEvent> Acknowledge(SheetId id, string by, DateTimeOffset now, string command)
    {
        if (Commands.GetValueOrDefault(command) is { } known)
            return known is SheetAcknowledged taken && taken.Sheet == id && taken.By == by ? Array.Empty<HandOverEvent>() : Another(command, known);
        if (Find(id) is not { } sheet)
            return new Objection(ObjectionKind.Unknown, $"there is no hand-over sheet {id} here");
        if (sheet.Taken is { } before)
            return before.By == by ? Array.Empty<HandOverEvent>() : new Objection(ObjectionKind.Conflict, $"{id} was taken over already", $"{before.By} since {before.At:O}");
        if (sheet.Made.By == by)
            return new Objection(ObjectionKind.Conflict, $"{by} made {id}: whoever takes over must be another person");
        if (sheet != Sheets[^1])
            return new Objection(ObjectionKind.Conflict, $"{id} is not the last sheet any more: read and acknowledge {Sheets[^1].Made.Sheet}");
        return new SheetAcknowledged(id, by, now, command);
    }

    /// <summary>The state after a fact.</summary>
    public HandOverState Evolve(HandOverEvent happened)
    {
        var known = this with { Commands = Commands.SetItem(happened.Command, happened) };
        return happened switch
        {
            SheetMade made => known with { Sheets = Sheets.Add(new HandOverSheet(made, null)) },
            SheetAcknowledged taken => known with
            {
                Sheets = Sheets.ConvertAll(sheet => sheet.Made.Sheet == taken.Sheet ? sheet with { Taken = taken } : sheet),
            },
            _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
        };
    }

    private static Objection Another(string command, HandOverEvent known)
        => new(ObjectionKind.Conflict, $"command {command} was another one: {known.GetType().Name} by {known.By}");
}

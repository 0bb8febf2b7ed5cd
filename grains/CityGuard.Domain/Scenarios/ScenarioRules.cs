using CityGuard.Domain.Journal;
using CityGuard.Domain.Scenarios.Events;

namespace CityGuard.Domain.Scenarios;

/// <summary>How scenarios are kept. Whether a text is a scenario that can be played is for the asker to know.</summary>
public static class ScenarioRules
{
    /// <summary>Bytes of one part; as text of a fact it grows by a third and stays below what a journal takes in one piece (64 KiB).</summary>
    public const int PartBytes = 40 * 1024;

    /// <summary>Parts of one version: they and the fact that saves it are one append.</summary>
    public const int MostParts = 80;

    /// <summary>Versions of one scenario.</summary>
    public const int MostVersions = 200;

    /// <summary>Scenarios in one question.</summary>
    public const int MostInRun = 8;

    /// <summary>Saves a version. A repeat of the command is nothing new.</summary>
    /// <param name="state">What is saved so far.</param>
    /// <param name="text">Compressed text.</param>
    /// <param name="wanted">Who saves, and what it is called; version and parts are worked out here.</param>
    /// <param name="ifVersion">The version that the text was edited from, 0 for a new one; null: whatever is there.</param>
    public static Decision<ScenarioEvent> Save(ScenarioState state, ReadOnlyMemory<byte> text, ScenarioSaved wanted, int? ifVersion)
    {
        if (state.Versions.FindIndex(known => known.Command == wanted.Command) is >= 0 and var at)
            return state.Versions[at].By == wanted.By && state.Texts[at].AsSpan().SequenceEqual(text.Span)
                ? Array.Empty<ScenarioEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {wanted.Command} was another one");
        if (ifVersion is { } seen && seen != state.Versions.Count)
            return new Objection(ObjectionKind.Conflict, state.Last is { } last ? $"{last.By} saved version {last.Version} at {last.At:u}: look at that first" : "there is no such scenario yet");
        var parts = (text.Length + PartBytes - 1) / PartBytes;
        if (parts is 0 or > MostParts)
            return new Objection(ObjectionKind.Impossible, $"a scenario of {text.Length} bytes, compressed, cannot be kept: at most {MostParts * PartBytes}");
        if (state.Versions.Count >= MostVersions)
            return new Objection(ObjectionKind.Impossible, $"it has {MostVersions} versions: save it as a new one");
        return (ScenarioEvent[])
        [
            .. Enumerable.Range(0, parts).Select(part => new ScenarioPart(text.Slice(part * PartBytes, Math.Min(PartBytes, text.Length - (part * PartBytes))).ToArray(), wanted.At, wanted.By, wanted.Command)),
            wanted with { Version = state.Versions.Count + 1, Parts = parts },
        ];
    }

    /// <summary>Takes a scenario off the list.</summary>
    public static Decision<ScenarioEvent> Discard(ScenarioState state, ScenarioDiscarded wanted)
    {
        if (state.Last is null)
            return new Objection(ObjectionKind.Unknown, "there is no such scenario");
        return state.Discarded is null ? wanted : Array.Empty<ScenarioEvent>();
    }

    /// <summary>Asks a question. The same one asked again under its id is nothing new.</summary>
    public static Decision<RunEvent> Ask(RunState state, RunAsked wanted)
    {
        if (state.Asked is { } known)
            return known.By == wanted.By && known.Question.Scenarios.SequenceEqual(wanted.Question.Scenarios) && known.Question with { Scenarios = wanted.Question.Scenarios } == wanted.Question
                ? Array.Empty<RunEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {wanted.Command} was another one");
        return wanted.Question.Scenarios.Count is 0 or > MostInRun
            ? new Objection(ObjectionKind.Impossible, $"{wanted.Question.Scenarios.Count} scenarios cannot be compared: 1 to {MostInRun}")
            : wanted;
    }

    /// <summary>Gives a question up.</summary>
    public static Decision<RunEvent> Cancel(RunState state, RunCancelled wanted)
    {
        if (state.Asked is null)
            return new Objection(ObjectionKind.Unknown, "there is no such run");
        return state.Cancelled is null ? wanted : Array.Empty<RunEvent>();
    }
}

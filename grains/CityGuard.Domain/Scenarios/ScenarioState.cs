using System.Collections.Immutable;
using CityGuard.Domain.Scenarios.Events;

namespace CityGuard.Domain.Scenarios;

/// <summary>A saved scenario: its versions, and the text of the last.</summary>
public sealed record ScenarioState
{
    /// <summary>Before any fact.</summary>
    public static ScenarioState Empty { get; } = new();

    /// <summary>Versions in order.</summary>
    public ImmutableList<ScenarioSaved> Versions { get; init; } = [];

    /// <summary>The latest version; null: there is none.</summary>
    public ScenarioSaved? Last => Versions.IsEmpty ? null : Versions[^1];

    /// <summary>Compressed text of each version.</summary>
    public ImmutableList<ImmutableArray<byte>> Texts { get; init; } = [];

    /// <summary>Who took it off the list; null: nobody.</summary>
    public ScenarioDiscarded? Discarded { get; init; }

    /// <summary>Parts that came since the last version.</summary>
    private ImmutableList<byte[]> Parts { get; init; } = [];

    /// <summary>The state after a fact.</summary>
    public ScenarioState Evolve(ScenarioEvent happened) => happened switch
    {
        ScenarioPart e => this with { Parts = Parts.Add(e.Data) },
        ScenarioSaved e => this with { Versions = Versions.Add(e), Texts = Texts.Add([.. Parts.SelectMany(part => part)]), Parts = [], Discarded = null },
        ScenarioDiscarded e => this with { Discarded = e },
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };
}

/// <summary>A question: asked, and perhaps given up.</summary>
/// <param name="Asked">The question; null: none yet.</param>
/// <param name="Cancelled">Who gave it up; null: nobody.</param>
public sealed record RunState(RunAsked? Asked, RunCancelled? Cancelled)
{
    /// <summary>Before any fact.</summary>
    public static RunState Empty { get; } = new(null, null);

    /// <summary>The state after a fact.</summary>
    public RunState Evolve(RunEvent happened) => happened switch
    {
        RunAsked e => this with { Asked = e },
        RunCancelled e => this with { Cancelled = e },
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };
}

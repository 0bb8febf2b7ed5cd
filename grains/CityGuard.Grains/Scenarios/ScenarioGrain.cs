using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Scenarios;
using CityGuard.Domain.Scenarios.Events;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Scenarios;

/// <summary>Keeps the versions of a scenario on a stream of its own; while it is on the list, its stream stands in the list of open work of that name.</summary>
[GrainType("scenario")]
internal sealed class ScenarioGrain(IJournal journal, TimeProvider time)
    : LookingGrain<ScenarioState, ScenarioEvent>(journal, EventCodec.Scenarios, ScenarioState.Empty), IScenarioGrain
{
    protected override string Stream => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
        => ScenarioId.IsScenario(Stream) ? base.OnActivateAsync(cancellationToken) : throw new ArgumentException($"{Stream} is no scenario.");

    public async Task<Answer<ScenarioLine>> Save(byte[] packed, string name, string note, int? ifVersion, string by, string command)
    {
        var wanted = new ScenarioSaved(0, name, note, 0, time.GetUtcNow(), by, command);
        return await Execute(state => ScenarioRules.Save(state, packed, wanted, ifVersion)) is { } objection
            ? objection.ToRefusal()
            : Line(State.Versions.First(version => version.Command == command));
    }

    public async Task<Answer<ScenarioLine>> Discard(string why, string by, string command)
        => await Execute(state => ScenarioRules.Discard(state, new ScenarioDiscarded(why, time.GetUtcNow(), by, command))) is { } objection
            ? objection.ToRefusal()
            : Line(State.Last!);

    public Task<ScenarioLine?> Line() => Task.FromResult(State.Last is { } last && State.Discarded is null ? Line(last) : null);

    Task<KeptScenario?> IScenarioGrain.Version(int version)
    {
        var at = version == 0 ? State.Versions.Count - 1 : version - 1;
        return Task.FromResult(at >= 0 && at < State.Versions.Count ? new KeptScenario(Line(State.Versions[at]), [.. State.Texts[at]]) : null);
    }

    protected override ScenarioState Evolve(ScenarioState state, ScenarioEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(ScenarioState state, long version) => new(state.Discarded is null ? ScenarioId.Shelf : null);

    private ScenarioLine Line(ScenarioSaved version) => new(Stream, version.Name, version.Version, version.At, version.By, version.Note);
}

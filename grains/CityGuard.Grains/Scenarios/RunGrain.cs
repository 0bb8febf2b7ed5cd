using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Scenarios;
using CityGuard.Domain.Scenarios.Events;
using CityGuard.Grains.Journaling;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Statistics;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Scenarios;

/// <summary>
/// Leads a run: hands its blocks to the players of all silos and counts what comes back in order. The question is journaled, the answer is not:
/// played again, on one silo or three, it is the same to the byte. Blocks that a dead silo held are played by the others; when this actor itself is
/// lost, the next one takes over what the players have kept.
/// </summary>
[GrainType("run")]
internal sealed class RunGrain(IJournal journal, PreparedRuns runs, IClusterMembershipService membership, TimeProvider time, ILogger<RunGrain> log)
    : JournaledGrain<RunState, RunEvent>(journal, EventCodec.Runs, RunState.Empty), IRunGrain
{
    private static readonly TimeSpan AnswerKept = TimeSpan.FromHours(12), RunsAtMost = TimeSpan.FromDays(2);

    private RunPhase _phase = RunPhase.Preparing;
    private BlockShare? _share;
    private IReadOnlyList<string> _names = [];
    private RunOptions _options = new();
    private RunLedger? _ledger;
    private IReadOnlyList<PlayedScenario>? _played;
    private Answer? _answer;
    private string? _fault;
    private long _began;
    private TimeSpan _took;

    protected override string Stream => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!ScenarioId.IsRun(Stream))
            throw new ArgumentException($"{Stream} is no run.");
        await base.OnActivateAsync(cancellationToken);
        if (State is { Asked: not null, Cancelled: null })
            Begin();
    }

    public async Task<Answer<RunView>> Ask(RunQuestion question, string by, string command)
    {
        var before = State.Asked;
        if (await Execute(state => ScenarioRules.Ask(state, new RunAsked(question, time.GetUtcNow(), by, command))) is { } objection)
            return objection.ToRefusal();
        if (before is null)
            Begin();
        return View(State.Asked!);
    }

    public async Task<Answer<RunView>> Cancel(string by, string command)
    {
        // What has an answer keeps it.
        if (State.Asked is { } asked && (_phase is RunPhase.Done or RunPhase.Failed))
            return View(asked);
        if (await Execute(state => ScenarioRules.Cancel(state, new RunCancelled(time.GetUtcNow(), by, command))) is { } objection)
            return objection.ToRefusal();
        _share?.Stop();
        return View(State.Asked!);
    }

    public Task<RunView?> View() => Task.FromResult(State.Asked is { } asked ? View(asked) : null);

    public Task<string?> File(RunFile file) => _played is { } played && _answer is { } answer
        ? runs.Pool.Run<string?>(() => Write(file, answer, played))
        : Task.FromResult<string?>(null);

    protected override RunState Evolve(RunState state, RunEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(RunState state, long version) => new(null);

    private string Write(RunFile file, Answer answer, IReadOnlyList<PlayedScenario> played) => file switch
    {
        RunFile.Answer => AnswerFiles.ToJson(answer),
        RunFile.Figures => AnswerFiles.Figures(answer),
        RunFile.Responders => AnswerFiles.Responders(answer),
        RunFile.Map => AnswerFiles.Map(runs.City.City, played[Math.Min(1, played.Count - 1)], played.Count > 1 ? played[0] : null),
        _ => HtmlReport.Write(answer, file == RunFile.ReportZh ? "zh-CN" : "en"),
    };

    private RunView View(RunAsked asked)
    {
        var progress = _ledger?.Progress(_phase == RunPhase.Playing ? time.GetElapsedTime(_began) : _took);
        return new RunView(
            Stream, asked.Question, asked.By, asked.At, State.Cancelled is null ? _phase : RunPhase.Cancelled, _names, progress?.Done ?? 0, progress?.Elapsed ?? TimeSpan.Zero,
            _phase == RunPhase.Playing ? progress?.Left : null, [.. (progress?.Current ?? []).Select(Told)], [.. (progress?.Differences ?? []).Select(Told)], _fault);

        static Interval Told(Estimate estimate) => new(double.IsFinite(estimate.Mean) ? estimate.Mean : null, double.IsFinite(estimate.Half) ? estimate.Half : null);
    }

    private void Begin()
    {
        DelayDeactivation(RunsAtMost);
        Play(State.Asked!.Question).Ignore();
    }

    private async Task Play(RunQuestion question)
    {
        _began = time.GetTimestamp();
        try
        {
            var prepared = await runs.Of(question);
            _names = [.. prepared.Scenarios.Select(s => s.Scenario.Name)];
            _options = new RunOptions(question.Replications, question.Seed, question.Level, HalfWidth: question.HalfWidth);
            var ledger = _ledger = new RunLedger(prepared.Scenarios, _options);
            _phase = RunPhase.Playing;
            _share = new BlockShare(Stream, question, ledger, prepared.Scenarios, GrainFactory, membership, log);
            // It may have been given up while it was made ready.
            if (State.Cancelled is not null)
                _share.Stop();
            await _share.Play();
            if (_share.IsStopped)
            {
                _phase = RunPhase.Cancelled;
            }
            else
            {
                var played = ledger.Finish();
                _answer = await runs.Pool.Run(() => AnswerMaker.Make(runs.City.City, played, _options));
                (_played, _phase) = (played, RunPhase.Done);
            }
        }
        catch (ScenarioException error)
        {
            (_phase, _fault) = (RunPhase.Failed, error.Message);
        }
#pragma warning disable CA1031 // whatever keeps a run from ending is told to whoever asks for it
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogWarning(error, "Run {Run} failed", Stream);
            (_phase, _fault) = (RunPhase.Failed, error.Message);
        }

        _took = time.GetElapsedTime(_began);
        DelayDeactivation(AnswerKept);
    }
}

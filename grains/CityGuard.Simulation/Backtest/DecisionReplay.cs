using CityGuard.Cities;
using CityGuard.Domain;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;

namespace CityGuard.Simulation.Backtest;

/// <summary>Chooses for one role: the shape of <see cref="DispatchPolicy.Select"/>.</summary>
public delegate int SelectRule(in Requirement requirement, ReadOnlySpan<Candidate> candidates, Span<Choice> choices, Span<Verdict> verdicts);

/// <summary>A recorded decision decided again.</summary>
/// <param name="Decided">What was recorded.</param>
/// <param name="Chosen">Whom the rule chooses from the recorded inputs.</param>
/// <param name="RecordedSeconds">Arrival of the last of those recorded as chosen, seconds; null: nobody.</param>
/// <param name="ChosenSeconds">Arrival of the last of those chosen now.</param>
public sealed record ReplayedDecision(Decided Decided, IReadOnlyList<ResponderId> Chosen, double? RecordedSeconds, double? ChosenSeconds)
{
    /// <summary>True when the same are chosen in the same order.</summary>
    public bool IsSame => Chosen.SequenceEqual(Decided.Chosen);

    /// <summary>How much later the recorded choice was to arrive than the other, seconds; null when one of them chose nobody.</summary>
    public double? RegretSeconds => RecordedSeconds - ChosenSeconds;
}

/// <summary>
/// Decides recorded decisions again from their recorded inputs: what was wanted, and the nearest candidates as the board saw them. The recorded
/// choice and the recorded verdicts are never read for choosing.
/// </summary>
public sealed class DecisionReplay(CityModel city)
{
    private readonly string[] _kinds = [.. city.Rules.Kinds.Select(k => k.Id)];

    /// <summary>Decides again.</summary>
    /// <param name="rule">Null: the rule of the live city.</param>
    /// <exception cref="FormatException">The record names kinds, capabilities or responders that this city does not have.</exception>
    public ReplayedDecision Replay(Decided decided, SelectRule? rule = null)
    {
        var wanted = decided.Wanted;
        var requirement = new Requirement(
            KeyMask.OfOrAll(_kinds, wanted.Kinds), KeyMask.Of(city.Rules.Capabilities, wanted.Capabilities), (byte)Math.Clamp(wanted.Count, 0, byte.MaxValue), (ushort?)wanted.LimitDeciseconds ?? Travel.Beyond);
        Candidate[] candidates = [.. decided.Nearest.Select(Candidate)];
        var choices = new Choice[requirement.Count];
        var chosen = (rule ?? DispatchPolicy.Select)(requirement, candidates, choices, []);
        ResponderId[] who = [.. choices.Take(chosen).Select(choice => decided.Nearest[choice.Candidate].Responder)];
        return new ReplayedDecision(decided, who, Latest(decided, decided.Chosen), Latest(decided, who));
    }

    private Candidate Candidate(CandidateRecord record)
        => new(
            city.TryResponder(record.Responder.Value, out var responder) ? responder : throw new FormatException($"The city has no responder {record.Responder}."),
            (byte)(Array.IndexOf(_kinds, record.Kind) is var kind && kind >= 0 ? kind : throw new FormatException($"The city has no kind '{record.Kind}'.")),
            record.Flags,
            record.Capabilities is { } some ? KeyMask.Of(city.Rules.Capabilities, some) : 0,
            (ushort?)record.Ds ?? Travel.Beyond,
            record.Epoch);

    private static double? Latest(Decided decided, IReadOnlyList<ResponderId> who)
        => who.Select(id => decided.Nearest.FirstOrDefault(near => near.Responder == id)?.Ds).Max() / 10.0;
}

using CityGuard.Abstractions.Responders;
using CityGuard.Cities;
using CityGuard.Domain.Incidents;
using CityGuard.Field.Draws;

namespace CityGuard.Field.Crews;

/// <summary>One order in the hands of a crew, with how long this crew will take over it (all ours but the mean time on scene).</summary>
internal sealed class Job : IDisposable
{
    private const int OtherwiseOnSceneSeconds = 900, MostRefusals = 10;

    private readonly CancellationTokenSource _over = new();
    private readonly long[] _at = new long[(int)AssignmentProgress.Cleared + 1];
    private int _refusals;

    public Job(Order order, DemandModel demand, ulong seed)
    {
        Order = order;
        Over = _over.Token;
        // Keyed by the order itself: the same after a restart, whoever else is busy.
        var draws = new Xoshiro256(DrawKey.Of(seed, "job").With(order.Incident.Value).With(order.Op.Value));
        AcceptMs = (long)draws.Uniform(3_000, 12_000);
        OnSceneMs = (long)draws.Exponential(1000.0 * MeanOnSceneSeconds(order, demand));
        IsControlled = draws.Uniform() < 0.5;
        ControlledMs = (long)(OnSceneMs * draws.Uniform(0.2, 0.8));
    }

    public Order Order { get; }

    /// <summary>From hearing the order to accepting it.</summary>
    public long AcceptMs { get; }

    /// <summary>From on scene to cleared.</summary>
    public long OnSceneMs { get; }

    /// <summary>Some crews report that the situation is under control, others only that it is over.</summary>
    public bool IsControlled { get; }

    /// <summary>From on scene to controlled.</summary>
    public long ControlledMs { get; }

    /// <summary>Ends when the job does, so that nobody goes on reporting for it.</summary>
    public CancellationToken Over { get; }

    /// <summary>When a step was taken, Unix milliseconds; 0: not yet. A step reported again keeps its first time.</summary>
    public long At(AssignmentProgress step) => _at[(int)step];

    public long Take(AssignmentProgress step, long now) => _at[(int)step] == 0 ? _at[(int)step] = now : _at[(int)step];

    /// <summary>No step before this, Unix milliseconds: a refused one is not repeated at once.</summary>
    public long NotBefore { get; private set; }

    /// <summary>Forgets a refused step; false when there have been too many.</summary>
    public bool Refuse(AssignmentProgress step, long notBefore)
    {
        _at[(int)step] = 0;
        NotBefore = notBefore;
        return ++_refusals <= MostRefusals;
    }

    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private static double MeanOnSceneSeconds(Order order, DemandModel demand)
    {
        var mix = demand.Mix.FirstOrDefault(mix => mix.Type == order.Type && mix.Severity == order.Severity)
            ?? demand.Mix.FirstOrDefault(mix => mix.Type == order.Type);
        return mix is { OnSceneSeconds: > 0 } ? mix.OnSceneSeconds : OtherwiseOnSceneSeconds;
    }
}

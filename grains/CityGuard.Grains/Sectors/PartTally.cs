using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>Adds up what a board holds of one area.</summary>
internal sealed class PartTally(int area, int kinds)
{
    private const CandidateFlags Present = CandidateFlags.InService | CandidateFlags.Fresh | CandidateFlags.Ready;

    private static readonly int Levels = Enum.GetValues<ReadinessLevel>().Length;

    private readonly int[] _cells = new int[Levels], _targets = new int[Levels], _heard = new int[kinds], _actual = new int[kinds], _busy = new int[kinds], _lent = new int[kinds];
    private readonly double[] _people = new double[Levels];
    private DateTimeOffset? _oldest;
    private int _open, _late;

    public void Cell(ReadinessLevel level, double people)
    {
        _cells[(int)level]++;
        _people[(int)level] += people;
    }

    public void Target(ReadinessLevel level) => _targets[(int)level]++;

    /// <summary>One posted here that the board has heard.</summary>
    public void Responder(byte kind, KnownResponder known, DateTimeOffset now)
    {
        _heard[kind]++;
        if ((known.Beacon.Flags(now) & Present) != Present)
            return;
        if (known.Beacon.LentTo >= 0 && now < known.Beacon.LentUntil)
        {
            _lent[kind]++;
            return;
        }

        _actual[kind]++;
        if (known.Beacon.Incident is not null)
            _busy[kind]++;
        // Whoever is at its post by its sign-in is there however long ago its position was measured.
        if (known.Beacon.FreshUntil != DateTimeOffset.MaxValue && known.Beacon.PositionAt is { } at && !(_oldest <= at))
            _oldest = at;
    }

    public void Incident(bool late)
    {
        _open++;
        _late += late ? 1 : 0;
    }

    public PartCount Count() => new(area, _cells, _people, _targets, _heard, _actual, _busy, _open, _late, _oldest, _lent);
}

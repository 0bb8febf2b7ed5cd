namespace CityGuard.Field.Talk;

/// <summary>What is counted of the talk with the city.</summary>
internal enum Counted
{
    CallAcknowledged,
    CallRefused,
    PositionAccepted,
    PositionRejected,
    SignIn,
    Step,
    StepRefused,
    Unanswered,
}

/// <summary>Counts from any thread.</summary>
internal sealed class Tally
{
    private readonly long[] _counts = new long[Enum.GetValues<Counted>().Length];

    public long this[Counted what] => Interlocked.Read(ref _counts[(int)what]);

    public void Add(Counted what, long count = 1) => Interlocked.Add(ref _counts[(int)what], count);
}

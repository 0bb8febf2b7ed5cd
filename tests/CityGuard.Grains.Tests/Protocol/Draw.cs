using CsCheck;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What may happen next.</summary>
internal enum Happening : byte
{
    Delivery,
    Step,
    Landing,
    Progress,
    Divert,
    Add,
    Reassign,
    Nudge,
    Loss,
    Doubling,
    Twin,
    Death,
    Service,
    Recall,
    Close,
    Force,
}

/// <summary>What becomes of the first append that this leads to.</summary>
internal enum AppendWeather : byte
{
    Fair,
    NotWritten,
    AnswerLost,
    Stalls,
}

/// <summary>
/// One thing that happens. It names its actor instead of a place in one list that all other draws fill, and carries its own fault: a history from
/// which one draw is taken away still means nearly the same by the others. Only for a message or a late append that its actor does not have, the
/// next actor's is taken: else most draws would find nothing.
/// </summary>
/// <param name="What">What happens.</param>
/// <param name="Actor">To whom: the first three are the incidents, the others the responders. What only one of the two can do, the one of that place does.</param>
/// <param name="Activation">To which of its activations, the eldest first; when there are fewer, the youngest.</param>
/// <param name="How">Which of several: the message (the eldest first), the responder chosen, the step reported.</param>
/// <param name="Weather">What becomes of the append.</param>
/// <param name="Seconds">Time that has passed since the one before.</param>
internal readonly record struct Draw(Happening What, int Actor, int Activation, int How, AppendWeather Weather, int Seconds)
{
    private static readonly Gen<Happening> Happenings = Gen.Frequency(
        (30, Happening.Delivery), (14, Happening.Step), (3, Happening.Landing), (4, Happening.Progress), (8, Happening.Divert), (3, Happening.Add), (2, Happening.Reassign), (4, Happening.Nudge),
        (2, Happening.Loss), (2, Happening.Doubling), (2, Happening.Twin), (2, Happening.Death), (2, Happening.Service), (2, Happening.Recall), (1, Happening.Close), (2, Happening.Force));

    private static readonly Gen<AppendWeather> Weathers = Gen.Frequency(
        (40, AppendWeather.Fair), (2, AppendWeather.NotWritten), (2, AppendWeather.AnswerLost), (4, AppendWeather.Stalls));

    public static readonly Gen<Draw[]> Walks = Gen.Select(
        Happenings, Gen.Int[0, (2 * Cast.Size) - 1], Gen.Int[0, 2], Gen.Int[0, 5], Weathers, Gen.Int[1, 7],
        (what, actor, activation, how, weather, seconds) => new Draw(what, actor, activation, how, weather, seconds)).Array[0, 300];

    public int Which => Actor % Cast.Size;

    /// <summary>The same thing made simpler in one respect.</summary>
    public IEnumerable<Draw> Simpler()
    {
        if (Weather != AppendWeather.Fair)
            yield return this with { Weather = AppendWeather.Fair };
        for (var actor = 0; actor < Actor; actor++)
            yield return this with { Actor = actor };
        if (Activation > 0)
            yield return this with { Activation = 0 };
        for (var how = 0; how < How; how++)
            yield return this with { How = how };
        if (Seconds > 1)
            yield return this with { Seconds = 1 };
    }
}

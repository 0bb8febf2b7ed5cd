using System.Text.Json.Serialization;

namespace CityGuard.Domain.GridEvents.Events;

/// <summary>What somebody did with an event.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Note; no names of private persons.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command.</param>
public abstract record CommandedFact(Actor By, string? Why, DateTimeOffset At, string Command) : GridEventFact(At);

/// <summary>It was taken on.</summary>
public sealed record EventRegistered(string Category, Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>It was assigned to somebody.</summary>
public sealed record EventAssigned(Assignee To, Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>The assignee took it.</summary>
public sealed record EventAccepted(Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>It was handled.</summary>
/// <param name="Result">Key of the result.</param>
public sealed record EventHandled(string Result, Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>A third looked whether it is as the handler said.</summary>
/// <param name="Passed">It is.</param>
/// <param name="BackTo">Where it is not: the step it goes back to; null when passed.</param>
public sealed record EventChecked(bool Passed, CheckBack? BackTo, Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>Each interval against its due time, and the grade that follows; the event is closed.</summary>
/// <param name="Grade">Key of the grade.</param>
/// <param name="Intervals">Each interval, in order.</param>
public sealed record EventEvaluated(string Grade, IReadOnlyList<StepInterval> Intervals, Actor By, string? Why, DateTimeOffset At, string Command)
    : CommandedFact(By, Why, At, Command);

/// <summary>It was not taken on.</summary>
/// <param name="Reason">Key of the reason.</param>
public sealed record EventRejected(string Reason, Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>It was withdrawn.</summary>
public sealed record EventWithdrawn(Actor By, string? Why, DateTimeOffset At, string Command) : CommandedFact(By, Why, At, Command);

/// <summary>Where an event goes after a failed check.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckBack>))]
public enum CheckBack : byte
{
    /// <summary>To the same handler.</summary>
    [JsonStringEnumMemberName("handle")]
    Handle,

    /// <summary>To be assigned anew.</summary>
    [JsonStringEnumMemberName("assign")]
    Assign,
}

/// <summary>How long a step took.</summary>
/// <param name="Step">What was waited for.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="DueSeconds">How long it might; null: as long as it takes.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.StepInterval")]
public sealed record StepInterval([property: Id(0)] string Step, [property: Id(1)] double Seconds, [property: Id(2)] int? DueSeconds)
{
    /// <summary>It took longer than it might.</summary>
    public bool IsLate => Seconds > DueSeconds;
}

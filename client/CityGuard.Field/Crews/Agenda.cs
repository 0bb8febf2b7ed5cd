using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Field.Crews;

/// <summary>What a crew is to do when the time comes.</summary>
internal enum ErrandKind : byte
{
    /// <summary>Report its position.</summary>
    Position,

    /// <summary>Sign in.</summary>
    SignIn,

    /// <summary>Renew one of its readiness checks.</summary>
    Renew,

    /// <summary>Ask how the city sees it.</summary>
    AskCrew,

    /// <summary>Ask how far the city has its job.</summary>
    AskJob,

    /// <summary>Take a step of its job.</summary>
    Step,

    /// <summary>Drive to the next place of its round, or back to its post.</summary>
    Drive,

    /// <summary>Step inside, off the road.</summary>
    Park,
}

/// <summary>One entry of the agenda. <paramref name="Plan"/>: void unless still the crew's plan; -1: holds whatever it plans. <paramref name="Check"/>: which one to renew.</summary>
internal readonly record struct Errand(ErrandKind Kind, Crew Crew, int Plan, AssignmentProgress Step = default, CheckValidity? Check = null);

/// <summary>Errands by due time; those due at the same time in the order in which they were noted.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Errand, (long Due, long Number)> _queue = new();
    private long _number;

    public void Note(long due, Errand errand) => _queue.Enqueue(errand, (due, _number++));

    public bool TryTake(long now, out Errand errand, out long due)
    {
        if (!_queue.TryPeek(out errand, out var priority) || priority.Due > now)
        {
            due = 0;
            return false;
        }

        _queue.Dequeue();
        due = priority.Due;
        return true;
    }
}

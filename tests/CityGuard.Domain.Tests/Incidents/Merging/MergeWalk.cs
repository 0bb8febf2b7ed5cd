using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;

namespace CityGuard.Domain.Tests.Incidents.Merging;

/// <summary>Three incidents and the messages between them: each is delivered, lost or doubled as the draws say.</summary>
internal sealed class MergeWalk
{
    private static readonly IncidentId[] Ids = [MergePair.Old, MergePair.Young, MergePair.Third];

    private readonly Dictionary<IncidentId, List<IncidentEvent>> _told = [];
    private readonly List<Action> _mail = [];
    private int _seconds = 10;

    public MergeWalk()
    {
        foreach (var (i, id) in Ids.Index())
            _told[id] = [new Opened(
                IncidentStory.Report with { SourceId = $"{i}", Source = $"s{i}", Severity = (IncidentSeverity)i }, AreaId.Parse("s-1"), MergePair.At.AddSeconds(i), null, MergePair.At.AddSeconds(i), true)];
    }

    /// <summary>How often a yes came to an attempt that was over.</summary>
    public int LateYes { get; private set; }

    private DateTimeOffset Now => MergePair.At.AddSeconds(_seconds);

    public IncidentCourse Course(IncidentId id) => _told[id].Aggregate(IncidentCourse.Empty, IncidentEvolution.Evolve);

    public int Count<T>() => _told.Values.Sum(told => told.OfType<T>().Count());

    public IReadOnlyList<string> Violations(bool quiescent)
    {
        var checker = new InvariantChecker();
        foreach (var (id, told) in _told)
            checker.Incident(id, told);
        return checker.Finish(quiescent);
    }

    public void Happen(uint draw)
    {
        _seconds++;
        var (one, other) = (Ids[draw / 16 % 3], Ids[draw / 64 % 3]);
        switch (draw % 16)
        {
            case < 2:
                Do(one, course => MergeRules.Request(course, one, other, "li", "one", Now));
                break;
            case 2:
                Do(one, course => MergeRules.Undo(course, "li", "two", true, Now));
                break;
            case 3:
                Do(one, course => IncidentRules.Close(course, "li", "over", Now));
                break;
            case 4:
                Do(one, course => IncidentRules.Reopen(course, "li", "again", true, Now));
                break;
            case < 8:
                Drive(one);
                break;
            case < 14:
                Deliver(draw / 16, again: draw % 16 == 8);
                break;
            default:
                Lose(draw / 16);
                break;
        }
    }

    /// <summary>Nothing is lost any more, and everybody has time.</summary>
    public void Settle()
    {
        for (var rounds = 0; rounds < 20; rounds++)
        {
            foreach (var id in Ids)
                Drive(id);
            while (_mail.Count > 0)
                Deliver(0, again: false);
        }
    }

    // What an incident's alarm does: it says what is owed, asks for what is awaited, and closes when it may.
    private void Drive(IncidentId id)
    {
        var merges = Course(id).Merges;
        if (merges.Pending is { } pending)
            _mail.Add(() => Offer(id, pending.Number, pending.Into));
        if (merges.Owed is { } owed)
            _mail.Add(() => Detach(id, owed.Number, owed.Into));
        foreach (var part in merges.Unconfirmed)
            _mail.Add(() => Answer(part.Younger, part.Attempt, id, new MergeReply(true)));
        if (IncidentProcedure.Next(Course(id), null, Now) is IncidentStep.Close)
            Do(id, course => new Closed(course.Stamp(Now)));
    }

    private void Offer(IncidentId younger, int attempt, IncidentId elder)
    {
        var objection = Do(elder, course => AttachRules.Attach(course, elder, new Joining(younger, attempt, Course(younger), false), 5, Now));
        _mail.Add(() => Answer(younger, attempt, elder, new MergeReply(objection is null, objection?.Reason)));
    }

    private void Answer(IncidentId younger, int attempt, IncidentId elder, MergeReply reply)
    {
        Do(younger, course => MergeRules.Settle(course, elder, attempt, reply, Now));
        if (MergeRules.IsHeldBy(Course(younger), elder, attempt))
            _mail.Add(() => Do(elder, course => AttachRules.Confirm(course, younger, attempt, Now)));
        else if (reply.Joined)
        {
            LateYes++;
            _mail.Add(() => Detach(younger, attempt, elder));
        }
    }

    private void Detach(IncidentId younger, int attempt, IncidentId elder)
    {
        Do(elder, course => AttachRules.Detach(course, younger, attempt, Now));
        _mail.Add(() => Do(younger, course => MergeRules.HearDetached(course, elder, attempt, Now)));
    }

    private void Deliver(uint which, bool again)
    {
        if (_mail.Count == 0)
            return;
        var at = (int)(which % _mail.Count);
        var message = _mail[at];
        if (!again)
            _mail.RemoveAt(at);
        message();
    }

    private void Lose(uint which)
    {
        if (_mail.Count > 0)
            _mail.RemoveAt((int)(which % _mail.Count));
    }

    private Objection? Do(IncidentId id, Func<IncidentCourse, Decision<IncidentEvent>> decide)
    {
        var decision = decide(Course(id));
        _told[id].AddRange(decision.Events);
        return decision.Objection;
    }
}

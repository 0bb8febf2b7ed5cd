using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Field.Talk;

namespace CityGuard.Field.Crews;

/// <summary>
/// How a crew carries out an order: accept, turn out, drive, work, clear. The next step is planned only when the city has acknowledged the one before,
/// so that steps never arrive out of order; a refusal makes the crew ask how far the city has the job.
/// </summary>
internal sealed class JobCourse(Agenda agenda, IRadio radio, Rounds rounds, Action<Crew, long> free)
{
    private const long AgainMs = 5_000;

    /// <summary>An order older than this has been told again: the city may be further than a new order says.</summary>
    private const long ToldAgainMs = 20_000;

    /// <summary>Crews with a job in hand.</summary>
    public int Busy { get; private set; }

    public void Begin(Crew crew, Job job, long now)
    {
        Drop(crew);
        crew.Job = job;
        Busy++;
        crew.Car?.Halt(now);
        if (now - job.Order.At.ToUnixTimeMilliseconds() > ToldAgainMs)
            radio.AskJob(crew, job);
        else
            Plan(crew, AssignmentProgress.Accepted, now + job.AcceptMs);
    }

    /// <summary>The order was taken back, or is no longer ours.</summary>
    public void Abandon(Crew crew, long now)
    {
        Drop(crew);
        free(crew, now);
    }

    /// <summary>A step is due.</summary>
    public void Take(Crew crew, AssignmentProgress step, long now)
    {
        var job = crew.Job!;
        if (step == AssignmentProgress.EnRoute && job.At(step) == 0 && crew.IsMobile)
            Depart(crew, job, now);
        radio.Step(crew, job, step, DateTimeOffset.FromUnixTimeMilliseconds(job.Take(step, now)));
    }

    public void Stepped(Crew crew, Job job, AssignmentProgress step, long now)
    {
        if (crew.Job == job)
            Continue(crew, job, step, now);
    }

    /// <summary>The city refused the step: its picture differs, so ask for it. A job that stays refused is given up.</summary>
    public void Refused(Crew crew, Job job, AssignmentProgress step, long now)
    {
        if (crew.Job != job)
            return;
        if (job.Refuse(step, now + AgainMs))
            radio.AskJob(crew, job);
        else
            Abandon(crew, now);
    }

    /// <summary>Nobody answered in time: the same step again, with the same time.</summary>
    public void Unanswered(Crew crew, Job job, AssignmentProgress? step, long now)
    {
        if (crew.Job != job)
            return;
        if (step is { } again)
            Plan(crew, again, now + AgainMs);
        else
            agenda.Note(now + AgainMs, new Errand(ErrandKind.AskJob, crew, ++crew.Plan));
    }

    /// <summary>How far the city has the job; null: it does not know it.</summary>
    public void Found(Crew crew, Job job, AssignmentView? assignment, long now)
    {
        if (crew.Job != job)
            return;
        if (assignment is not { State: AssignmentState.Granted } || assignment.Epoch != job.Order.Epoch)
        {
            Abandon(crew, now);
            return;
        }

        AssignmentProgress? reached = null;
        foreach (var (step, at) in Recorded(assignment))
            if (at is { } time)
                (reached, _) = (step, job.Take(step, time.ToUnixTimeMilliseconds()));
        if (reached is { } done)
            Continue(crew, job, done, now);
        else
            Plan(crew, AssignmentProgress.Accepted, now + job.AcceptMs);
    }

    private static IEnumerable<(AssignmentProgress Step, DateTimeOffset? At)> Recorded(AssignmentView assignment) =>
    [
        (AssignmentProgress.Accepted, assignment.AcceptedAt),
        (AssignmentProgress.EnRoute, assignment.EnRouteAt),
        (AssignmentProgress.OnScene, assignment.OnSceneAt),
        (AssignmentProgress.Controlled, assignment.ControlledAt),
        (AssignmentProgress.Cleared, assignment.ClearedAt),
    ];

    private void Continue(Crew crew, Job job, AssignmentProgress done, long now)
    {
        switch (done)
        {
            case AssignmentProgress.Accepted:
                // A unit walks at once; its turnout runs until it is on the spot.
                Plan(crew, AssignmentProgress.EnRoute, crew.IsMobile ? job.At(done) + TurnoutMs(crew) : now);
                break;
            case AssignmentProgress.EnRoute:
                Plan(crew, AssignmentProgress.OnScene, crew.IsMobile ? Arrival(crew, job, now) : job.At(AssignmentProgress.Accepted) + TurnoutMs(crew));
                break;
            case AssignmentProgress.OnScene when job.IsControlled:
                Plan(crew, AssignmentProgress.Controlled, job.At(done) + job.ControlledMs);
                break;
            case AssignmentProgress.OnScene or AssignmentProgress.Controlled:
                Plan(crew, AssignmentProgress.Cleared, job.At(AssignmentProgress.OnScene) + job.OnSceneMs);
                break;
            case AssignmentProgress.Cleared:
                Abandon(crew, now);
                break;
        }
    }

    private void Depart(Crew crew, Job job, long now)
    {
        if (!rounds.SetOutTo(crew, job.Order.Place, now))
            crew.Car!.Halt(now); // no way there by road: it reports on scene after the time the city reckoned with
    }

    private long Arrival(Crew crew, Job job, long now)
    {
        var isOnTheWay = crew.Car!.ArrivesAt >= job.At(AssignmentProgress.EnRoute);
        if (!isOnTheWay && rounds.SetOutTo(crew, job.Order.Place, now))
            return crew.Car.ArrivesAt; // picked up after a restart: goes on from where it stands
        return isOnTheWay ? crew.Car.ArrivesAt : job.At(AssignmentProgress.EnRoute) + (long)(job.Order.RouteSeconds * 1000);
    }

    private static long TurnoutMs(Crew crew) => crew.Profile.TurnoutSeconds * 1000L;

    private void Plan(Crew crew, AssignmentProgress step, long due) 
        => agenda.Note(Math.Max(due, crew.Job!.NotBefore), new Errand(ErrandKind.Step, crew, ++crew.Plan, step));

    private void Drop(Crew crew)
    {
        crew.Plan++;
        if (crew.Job is null)
            return;
        crew.Job.Dispose();
        crew.Job = null;
        Busy--;
    }
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Field.Calls;
using CityGuard.Field.Crews;
using CityGuard.Field.Driving;
using CityGuard.Field.Talk;

namespace CityGuard.Field;

/// <summary>
/// Everyone in the field and what each will do next, by one agenda. Does nothing by itself and never waits: <see cref="Tick"/> brings it up to a
/// moment, and what the city says comes in through the other methods. One thread at a time. Moments are Unix milliseconds.
/// </summary>
internal sealed class FieldWorld
{
    private const int LookAroundMs = 600_000, HeldAgainMs = 60_000, AskAgainMs = 5_000;

    private readonly CityModel _city;
    private readonly FieldOptions _options;
    private readonly IRadio _radio;
    private readonly Agenda _agenda = new();
    private readonly CrewRoster _roster;
    private readonly CallSource _calls;
    private readonly Driver _driver;
    private readonly Rounds _rounds;
    private readonly JobCourse _course;
    private readonly Queue<Call> _ahead = new();
    private long _span, _started;

    public FieldWorld(CityModel city, FieldOptions options, IRadio radio)
    {
        options.Validate();
        (_city, _options, _radio) = (city, options, radio);
        _roster = new CrewRoster(city, options.Seed);
        _calls = new CallSource(city, options);
        _driver = new Driver(city);
        _rounds = new Rounds(city, _driver);
        _course = new JobCourse(_agenda, radio, _rounds, Free);
    }

    public long Calls { get; private set; }

    public long Orders { get; private set; }

    public long Recalls { get; private set; }

    public int Busy => _course.Busy;

    /// <summary>Begins: everyone asks where the city has them, spread evenly so that nothing comes in bursts.</summary>
    public void Start(long now)
    {
        (_started, _span) = (now, now / CallSource.SpanMs);
        Foresee();
        var every = (long)_options.PositionInterval.TotalMilliseconds;
        for (var i = 0; i < _roster.Mobile.Count; i++)
            _agenda.Note(now + (every * i / _roster.Mobile.Count), new Errand(ErrandKind.AskCrew, _roster.Mobile[i], -1));
        var still = _roster.All.Where(crew => !crew.IsMobile).ToArray();
        for (var i = 0; i < still.Length; i++)
            _agenda.Note(now + ((long)LookAroundMs * i / still.Length), new Errand(ErrandKind.AskCrew, still[i], -1));
        foreach (var crew in _roster.All)
        {
            if (crew.Kind.SignInSeconds is not null)
                NoteSignIn(crew, now);
            foreach (var check in _city.Rules.TermsOf(crew.Kind).Checks)
                NoteRenewal(crew, check, now);
        }
    }

    /// <summary>Does all that is due.</summary>
    public void Tick(long now)
    {
        while (now / CallSource.SpanMs > _span)
        {
            _span++;
            Foresee();
        }

        while (_ahead.TryPeek(out var call) && call.At <= now)
        {
            Calls++;
            _radio.Report(_ahead.Dequeue());
        }

        while (_agenda.TryTake(now, out var errand, out var due))
            if (errand.Plan < 0 || errand.Plan == errand.Crew.Plan)
                Run(errand, due, now);
    }

    /// <summary>An order came in. One with a lower epoch than the newest is discarded.</summary>
    public void Hear(Order order, long now)
    {
        if (_roster.Find(order.Responder) is not { } crew || order.Epoch < crew.Epoch)
            return;
        if (crew.IsMobile && crew.Car is null)
        {
            crew.Early = order;
            return;
        }

        var isNew = order.Epoch > crew.Epoch;
        crew.Epoch = order.Epoch;
        if (order.Recall)
        {
            Recalls++;
            if (crew.Job is not null)
                _course.Abandon(crew, now);
        }
        else if (isNew)
        {
            Orders++;
            _course.Begin(crew, new Job(order, _city.Demand, _options.Seed), now);
        }
    }

    /// <summary>These posts stand elsewhere than in the package, all others there: whoever is posted elsewhere than he was goes there once he has nothing in hand.</summary>
    public void Post(IReadOnlyDictionary<ResponderId, GeoPoint> moved, long now)
    {
        foreach (var crew in _roster.Mobile)
        {
            var post = moved.GetValueOrDefault(crew.Profile.Id, crew.Profile.Post);
            if (post == crew.Post || !_city.Locator.TryLocate(post, out var cell))
                continue;
            crew.PostTo(post, cell, _city.Cells.Node[cell]);
            if (crew.Job is null)
                Free(crew, now);
        }
    }

    /// <summary>The roads are joined otherwise from now on.</summary>
    public void Follow(RoadGraph roads) => _driver.Follow(roads);

    public void Stepped(Crew crew, Job job, AssignmentProgress step, long now) => _course.Stepped(crew, job, step, now);

    public void Refused(Crew crew, Job job, AssignmentProgress step, long now) => _course.Refused(crew, job, step, now);

    public void Unanswered(Crew crew, Job job, AssignmentProgress? step, long now) => _course.Unanswered(crew, job, step, now);

    public void Found(Crew crew, Job job, AssignmentView? assignment, long now) => _course.Found(crew, job, assignment, now);

    /// <summary>Nobody said how the city sees a crew: it asks again.</summary>
    public void Unseen(Crew crew, long now) => _agenda.Note(now + AskAgainMs, new Errand(ErrandKind.AskCrew, crew, -1));

    /// <summary>How the city sees a crew; null: it will not say, so the crew begins from its post.</summary>
    public void Seen(Crew crew, ResponderView? view, long now)
    {
        foreach (var missing in view?.Missing ?? [])
            if (missing == ResponderReadiness.SignIn)
                _radio.SignIn(crew, DateTimeOffset.FromUnixTimeMilliseconds(now));
            else if (_city.Rules.TermsOf(crew.Kind).Checks.Any(check => check.Check == missing))
                _radio.Renew(crew, missing, DateTimeOffset.FromUnixTimeMilliseconds(now));
        if (!crew.IsMobile)
            return;
        if (crew.Car is null)
        {
            _rounds.PutAt(crew, view?.Position);
            _agenda.Note(now, new Errand(ErrandKind.Position, crew, -1));
        }

        if (crew.Early is { } early)
        {
            crew.Early = null;
            Hear(early, now);
        }

        if (crew.Job is not null)
            return;
        // Held, and the order not yet told again: it waits, and asks again in case the order was given up meanwhile.
        if (view?.Incident is not null)
            _agenda.Note(now + HeldAgainMs, new Errand(ErrandKind.AskCrew, crew, ++crew.Plan));
        else if (!crew.Car!.IsMoving(now))
            Free(crew, now);
    }

    private void Run(Errand errand, long due, long now)
    {
        var crew = errand.Crew;
        switch (errand.Kind)
        {
            case ErrandKind.AskCrew:
                _radio.AskCrew(crew);
                break;
            case ErrandKind.AskJob:
                _radio.AskJob(crew, crew.Job!);
                break;
            case ErrandKind.SignIn:
                _radio.SignIn(crew, DateTimeOffset.FromUnixTimeMilliseconds(now));
                NoteSignIn(crew, now);
                break;
            case ErrandKind.Renew:
                _radio.Renew(crew, errand.Check!.Check, DateTimeOffset.FromUnixTimeMilliseconds(now));
                NoteRenewal(crew, errand.Check, now);
                break;
            case ErrandKind.Position:
                TellPosition(crew, now);
                // From the due time, not from now: the spread over time stays what it was.
                _agenda.Note(Math.Max(now, due + (long)_options.PositionInterval.TotalMilliseconds), errand);
                break;
            case ErrandKind.Step:
                _course.Take(crew, errand.Step, now);
                break;
            case ErrandKind.Drive when crew.Kind.Patrols:
                // It lingers at each place, to be seen; without a way it tries another place later.
                var arrives = _rounds.SetOutOnRound(crew, now) ? crew.Car!.ArrivesAt : now;
                _agenda.Note(arrives + (long)crew.Habits.Uniform(20_000, 60_000), errand);
                break;
            case ErrandKind.Drive:
                _agenda.Note(_rounds.SetOutHome(crew, now) ? crew.Car!.ArrivesAt : now, new Errand(ErrandKind.Park, crew, crew.Plan));
                break;
            case ErrandKind.Park:
                (crew.AtPost, crew.ToldPositionAt) = (true, 0); // told at once: whoever falls silent on the way is not known to be home
                break;
        }
    }

    // Nothing in hand: back to the round or the post.
    private void Free(Crew crew, long now)
    {
        if (crew.Car is not null && !crew.AtPost)
            _agenda.Note(now, new Errand(ErrandKind.Drive, crew, ++crew.Plan));
    }

    private void TellPosition(Crew crew, long now)
    {
        if (crew.AtPost && now - crew.ToldPositionAt < PostIntervalMs(crew))
            return;
        crew.ToldPositionAt = now;
        var place = crew.Place(now);
        _radio.Position(new PositionReport(crew.Profile.Id.Value, place.Lat, place.Lon, DateTimeOffset.FromUnixTimeMilliseconds(now)));
    }

    // Where a position must be fresh to count, it is told three times before it is stale.
    private double PostIntervalMs(Crew crew)
        => Math.Min(_options.PostInterval.TotalMilliseconds, crew.Kind.FreshPositionSeconds * 1000.0 / 3 ?? double.MaxValue);

    private void NoteSignIn(Crew crew, long now)
        => _agenda.Note(Recurrence.Next(_options.Seed, crew, ResponderReadiness.SignIn, TimeSpan.FromSeconds(crew.Kind.SignInSeconds!.Value), now), new Errand(ErrandKind.SignIn, crew, -1));

    private void NoteRenewal(Crew crew, CheckValidity check, long now)
        => _agenda.Note(Recurrence.Next(_options.Seed, crew, check.Check, check.Validity, now), new Errand(ErrandKind.Renew, crew, -1, Check: check));

    private void Foresee()
    {
        foreach (var call in _calls.Span(_span))
            if (call.At >= _started)
                _ahead.Enqueue(call);
    }
}

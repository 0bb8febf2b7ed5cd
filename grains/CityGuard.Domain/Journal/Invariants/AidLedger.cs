using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>A request for aid: asked once, answered once and not by who asked, each loan one outcome, ended once.</summary>
internal sealed class AidLedger(AidId id, List<string> violations) : Ledger(id.Value, violations)
{
    private AidCourse _course = AidCourse.Empty;

    /// <summary>Those named in its consent.</summary>
    public IEnumerable<ResponderId> Named => _course.Loans.Select(l => l.Responder);

    /// <summary>Its last phase.</summary>
    public AidPhase Phase => _course.Phase;

    /// <summary>Loans of which it says that they stand.</summary>
    public IEnumerable<ResponderId> Standing => _course.Loans.Where(l => l.Phase == LoanPhase.Lent).Select(l => l.Responder);

    public void Enter(AidEvent happened)
    {
        Version++;
        Require(happened is AidRequested || _course.Asked is not null, $"{happened.GetType().Name} before it was asked for");
        switch (happened)
        {
            case AidRequested:
                Require(_course.Asked is null, "asked for twice");
                break;
            case AidConsented e:
                Require(_course.Phase == AidPhase.Requested, $"consented to when it was {_course.Phase}");
                Require(e.By != _course.Asked?.By, $"consented to by {e.By}, who asked for it");
                break;
            case AidDeclined:
                Require(_course.Phase == AidPhase.Requested, $"declined when it was {_course.Phase}");
                break;
            case AidLent e:
                Require(Of(e.Responder) == LoanPhase.Asked, $"{e.Responder} lent when it was {Of(e.Responder)?.ToString() ?? "not named"}");
                break;
            case AidNotLent e:
                Require(Of(e.Responder) == LoanPhase.Asked, $"{e.Responder} not lent when it was {Of(e.Responder)?.ToString() ?? "not named"}");
                break;
            case AidEnded e:
                Require(_course.Phase is AidPhase.Requested or AidPhase.Lent, $"ended when it was {_course.Phase}");
                Require(e.By is not null || e.At >= _course.Asked?.Until, "ended by its time before its time");
                break;
            case AidReturned e:
                Require(_course.End is not null && Of(e.Responder) is LoanPhase.Asked or LoanPhase.Lent, $"{e.Responder} returned when it was {Of(e.Responder)?.ToString() ?? "not named"}");
                break;
        }

        _course = _course.Evolve(happened);
    }

    private LoanPhase? Of(ResponderId responder) => _course.Loans.Find(l => l.Responder == responder)?.Phase;
}

/// <summary>To whom a responder is lent, as its own stream says.</summary>
internal sealed class LendingLedger(ResponderId id, List<string> violations) : Ledger(id.Value, violations)
{
    /// <summary>The lending that stands; null: none.</summary>
    public Lent? Standing { get; private set; }

    /// <summary>Every lending with its version.</summary>
    public List<(Lent Lent, long Version)> All { get; } = [];

    public void Enter(ResponderEvent happened)
    {
        Version++;
        switch (happened)
        {
            case Lent e:
                Require(Standing is null, $"lent by {e.Aid} while lent by {Standing?.Aid}");
                Standing = e;
                All.Add((e, Version));
                break;
            case CameHome e:
                Require(Standing?.Aid == e.Aid, $"came home from {e.Aid}, lent by {Standing?.Aid.Value ?? "nobody"}");
                Standing = null;
                break;
        }
    }
}

using System.Collections.Immutable;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Areas.Aid;

/// <summary>How far a request for aid is.</summary>
public enum AidPhase : byte
{
    /// <summary>Not asked for.</summary>
    None,

    /// <summary>Asked for, not answered.</summary>
    Requested,

    /// <summary>Consented: responders are lent, or being asked.</summary>
    Lent,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Over, some responders have not been told yet.</summary>
    Ending,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>How far one loan is.</summary>
public enum LoanPhase : byte
{
    /// <summary>Named, not answered yet.</summary>
    Asked,

    /// <summary>Lent.</summary>
    Lent,

    /// <summary>It could not be lent.</summary>
    Refused,

    /// <summary>Home again.</summary>
    Home,
}

/// <summary>One responder of an aid.</summary>
/// <param name="Responder">Who.</param>
/// <param name="Phase">How far.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record Loan(ResponderId Responder, LoanPhase Phase, string? Reason = null);

/// <summary>What the stream of one request for aid says.</summary>
public sealed record AidCourse
{
    /// <summary>An empty stream.</summary>
    public static AidCourse Empty { get; } = new();

    /// <summary>The request; null: nobody asked.</summary>
    public AidRequested? Asked { get; init; }

    /// <summary>The consent; null: none.</summary>
    public AidConsented? Consent { get; init; }

    /// <summary>The refusal; null: none.</summary>
    public AidDeclined? Refusal { get; init; }

    /// <summary>The end; null: it is not over.</summary>
    public AidEnded? End { get; init; }

    /// <summary>Those named in the consent.</summary>
    public ImmutableList<Loan> Loans { get; init; } = [];

    /// <summary>Facts by the command that made them.</summary>
    public ImmutableDictionary<string, AidEvent> Commands { get; init; } = ImmutableDictionary<string, AidEvent>.Empty;

    /// <summary>How far it is.</summary>
    public AidPhase Phase => this switch
    {
        { Asked: null } => AidPhase.None,
        { Refusal: not null } => AidPhase.Declined,
        { End: not null } => Loans.TrueForAll(l => l.Phase is LoanPhase.Refused or LoanPhase.Home) ? AidPhase.Ended : AidPhase.Ending,
        { Consent: not null } => AidPhase.Lent,
        _ => AidPhase.Requested,
    };

    /// <summary>Something is still to be done, by a person or by its time.</summary>
    public bool IsOpen => Phase is AidPhase.Requested or AidPhase.Lent or AidPhase.Ending;

    /// <summary>The course after a fact.</summary>
    public AidCourse Evolve(AidEvent happened) => happened switch
    {
        AidRequested e => Known(e.Command, e) with { Asked = e },
        AidConsented e => Known(e.Command, e) with { Consent = e, Loans = [.. e.Responders.Select(r => new Loan(r, LoanPhase.Asked))] },
        AidDeclined e => Known(e.Command, e) with { Refusal = e },
        AidLent e => Change(e.Responder, l => l with { Phase = LoanPhase.Lent }),
        AidNotLent e => Change(e.Responder, l => l with { Phase = LoanPhase.Refused, Reason = e.Reason }),
        AidEnded e => Known(e.Command, e) with { End = e },
        AidReturned e => Change(e.Responder, l => l with { Phase = LoanPhase.Home }),
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };

    private AidCourse Known(string? command, AidEvent happened) => command is null ? this : this with { Commands = Commands.SetItem(command, happened) };

    private AidCourse Change(ResponderId responder, Func<Loan, Loan> change) => this with { Loans = Loans.ConvertAll(l => l.Responder == responder ? change(l) : l) };
}

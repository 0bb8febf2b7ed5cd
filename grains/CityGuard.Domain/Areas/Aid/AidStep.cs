using System.Collections.Immutable;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Areas.Aid;

/// <summary>The next thing that an aid does by itself.</summary>
public abstract record AidStep
{
    private AidStep()
    {
    }

    /// <summary>Asks those named whether they can be lent.</summary>
    public sealed record Lend(ImmutableArray<ResponderId> Responders) : AidStep;

    /// <summary>Ends: its time is over.</summary>
    public sealed record TimeIsOver : AidStep;

    /// <summary>Tells those lent that they are home again.</summary>
    public sealed record CallHome(ImmutableArray<ResponderId> Responders) : AidStep;

    /// <summary>Nothing before this moment; null: nothing at all.</summary>
    public sealed record Rest(DateTimeOffset? Until) : AidStep;
}

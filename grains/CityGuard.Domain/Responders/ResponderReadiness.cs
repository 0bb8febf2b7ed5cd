namespace CityGuard.Domain.Responders;

/// <summary>How long a renewal of one check holds.</summary>
/// <param name="Check">Key of the check.</param>
/// <param name="Validity">How long.</param>
public sealed record CheckValidity(string Check, TimeSpan Validity);

/// <summary>What keeps a responder ready, compiled from the city's rules once.</summary>
/// <param name="SignIn">A sign-in older than this has lapsed; null: none is asked.</param>
/// <param name="Checks">Checks that must hold; empty: none.</param>
/// <param name="Tight">A shorter sign-in by the duty level in force; null: none. Only where a sign-in is asked at all.</param>
public sealed record ReadinessTerms(TimeSpan? SignIn, IReadOnlyList<CheckValidity> Checks, TightSignIn? Tight = null);

/// <summary>Readiness of a responder by its checks and its sign-in; it lapses by itself.</summary>
public static class ResponderReadiness
{
    /// <summary>Name of the sign-in among what is missing.</summary>
    public const string SignIn = "signIn";

    /// <summary>Until when it is ready if nothing more is renewed; in the past: it has lapsed.</summary>
    /// <param name="state">The responder.</param>
    /// <param name="terms">What is asked of it.</param>
    /// <param name="founded">First start of the city: what was never renewed, or before that, counts from here.</param>
    public static DateTimeOffset ReadyUntil(ResponderState state, ReadinessTerms terms, DateTimeOffset founded)
    {
        var until = SignInLapses(state, terms, founded);
        foreach (var term in terms.Checks)
        {
            var lapses = LastRenewal(state, term.Check, founded) + term.Validity;
            if (lapses < until)
                until = lapses;
        }

        return until;
    }

    /// <summary>Keys of what has lapsed at <paramref name="now"/>, in the order of the rules.</summary>
    public static IReadOnlyList<string> Lapsed(ResponderState state, ReadinessTerms terms, DateTimeOffset founded, DateTimeOffset now)
    {
        if (Presence.Holds(ReadyUntil(state, terms, founded), now))
            return [];
        var lapsed = new List<string>();
        if (!Presence.Holds(SignInLapses(state, terms, founded), now))
            lapsed.Add(SignIn);
        foreach (var term in terms.Checks)
            if (!Presence.Holds(LastRenewal(state, term.Check, founded) + term.Validity, now))
                lapsed.Add(term.Check);
        return lapsed;
    }

    private static DateTimeOffset SignInLapses(ResponderState state, ReadinessTerms terms, DateTimeOffset founded)
    {
        if (terms.SignIn is not { } signIn)
            return DateTimeOffset.MaxValue;
        var signed = NotBefore(founded, state.SignedInAt);
        return terms.Tight?.Lapses(signed, signed + signIn) ?? signed + signIn;
    }

    private static DateTimeOffset LastRenewal(ResponderState state, string check, DateTimeOffset founded)
        => state.Renewed.TryGetValue(check, out var at) ? NotBefore(founded, at) : founded;

    // At its first start the city holds everything renewed: a word from before that adds nothing, and takes nothing away.
    private static DateTimeOffset NotBefore(DateTimeOffset founded, DateTimeOffset? at) => at > founded ? at.Value : founded;
}

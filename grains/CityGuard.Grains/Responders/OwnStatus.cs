using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Grains.Responders;

/// <summary>The responder's own words: <c>available</c>, <c>outOfService</c>, <c>signIn</c>, and <c>renew:CHECK</c> for one of its readiness checks.</summary>
internal static class OwnStatus
{
    public const string Available = "available", OutOfService = "outOfService", SignIn = "signIn", Renewal = "renew:";

    public static bool IsKnown(string status)
        => status is Available or OutOfService or SignIn || status.StartsWith(Renewal, StringComparison.Ordinal);

    public static Decision<ResponderEvent> Decide(ResponderState state, ReadinessTerms terms, StatusReport report, string by, DateTimeOffset now)
    {
        switch (report.Status)
        {
            case Available when !state.IsFree:
                return new Objection(ObjectionKind.Conflict, "held by an incident: report cleared first", $"{state.Incident} {state.Op}");
            case Available:
                return ResponderRules.EnterService(state, by, report.At, now);
            case OutOfService:
                return ResponderRules.LeaveService(state, by, report.At, now);
            case SignIn:
                return ResponderRules.SignIn(state, by, report.At, now);
            default:
                var check = report.Status[Renewal.Length..];
                return terms.Checks.Any(term => term.Check == check)
                    ? ResponderRules.RenewCheck(state, check, by, report.At, now)
                    : new Objection(ObjectionKind.Impossible, $"this responder has no check '{check}'");
        }
    }
}

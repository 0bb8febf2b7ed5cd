using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>A request to a neighbour city.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Round">In which round of the incident.</param>
/// <param name="Answered">The answer; null: none yet.</param>
/// <param name="Withdrawn">Why it is needed no more; null: it is.</param>
public sealed record PartnerRequest(PartnerAsked Asked, int Round, PartnerAnswered? Answered = null, string? Withdrawn = null)
{
    /// <summary>True while an answer is waited for.</summary>
    public bool IsPending => Answered is null && Withdrawn is null;

    /// <summary>How many of a role it fills.</summary>
    public int Sent => Withdrawn is null ? Answered?.Count ?? 0 : 0;
}

/// <summary>Forces of a neighbour city that could fill a role, and how long they take.</summary>
/// <param name="City">Which city.</param>
/// <param name="Force">Which of its forces.</param>
/// <param name="ArrivesInSeconds">Until they are at the place; null: the way is not known.</param>
public sealed record PartnerOffer(PartnerCity City, PartnerForce Force, int? ArrivesInSeconds);

/// <summary>
/// How a neighbour city is asked (跨市增援): one at a time for a role, the soonest first, the next one when that has declined, sends too few or has not answered
/// for too long. What one of them sends fills the role; whoever is not needed any more is told so.
/// </summary>
public static class PartnerRules
{
    /// <summary>From asking one city until the next is asked too; seconds.</summary>
    public const int AnswerSeconds = 300;

    /// <summary>The forces of neighbour cities that fit a role.</summary>
    public static IEnumerable<(PartnerCity City, PartnerForce Force)> Fit(IEnumerable<PartnerCity> cities, PlanRole role)
        => cities.SelectMany(city => city.Forces.Select(force => (city, force)))
            .Where(pair => (role.Kinds.Count == 0 || role.Kinds.Contains(pair.force.Kind)) && role.Capabilities.All(pair.force.Capabilities.Contains));

    /// <summary>The next request for a role that stays short though the whole city was looked through; null: there is nobody to ask, or an answer is waited for.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="role">The role.</param>
    /// <param name="missing">How many are missing, 1 or more.</param>
    /// <param name="offers">Whose forces fit.</param>
    /// <param name="now">The moment.</param>
    public static PartnerAsked? Ask(IncidentCourse course, string role, int missing, IEnumerable<PartnerOffer> offers, DateTimeOffset now)
    {
        var mine = Of(course, role).ToList();
        if (mine.Exists(request => request.IsPending && now < request.Asked.At.AddSeconds(AnswerSeconds)))
            return null;
        return offers.Where(offer => !mine.Exists(request => request.Asked.Partner == offer.City.Id && request.Asked.ForceKind == offer.Force.Kind))
            .OrderBy(offer => offer.ArrivesInSeconds ?? int.MaxValue).ThenBy(offer => offer.City.Id, StringComparer.Ordinal)
            .Select(offer => new PartnerAsked(
                course.Partners.Count + 1, role, offer.City.Id, offer.Force.Kind, Math.Min(missing, offer.Force.Count), offer.ArrivesInSeconds, course.Stamp(now)))
            .FirstOrDefault();
    }

    /// <summary>A person records what the neighbour city has answered.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="number">Which request.</param>
    /// <param name="count">How many it sends, 0 to what was asked for.</param>
    /// <param name="arrivesAt">When they will be there; null: not said.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">What it said.</param>
    /// <param name="now">The moment.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Answer(IncidentCourse course, int number, int count, DateTimeOffset? arrivesAt, string by, string why, DateTimeOffset now, string? command)
    {
        if (course.Phase == IncidentPhase.None)
            return new Objection(ObjectionKind.Unknown, "no such incident");
        if (number < 1 || number > course.Partners.Count)
            return new Objection(ObjectionKind.Unknown, $"this incident has no request {number} to a neighbour city");
        var request = course.Partners[number - 1];
        return request switch
        {
            { Answered: { } known } => new Objection(ObjectionKind.Conflict, $"{known.By} has recorded its answer at {known.At:O}: it sends {known.Count}", known.By),
            { Withdrawn: { } what } => new Objection(ObjectionKind.Conflict, $"it is needed no more: {what}"),
            _ when count < 0 || count > request.Asked.Count => new Objection(ObjectionKind.Impossible, $"it was asked for {request.Asked.Count}: it sends 0 to {request.Asked.Count}"),
            _ when count == 0 && arrivesAt is not null => new Objection(ObjectionKind.Impossible, "who sends nobody says no time of arrival"),
            _ when arrivesAt < request.Asked.At => new Objection(ObjectionKind.Impossible, $"arrivesAt is earlier than the request, {request.Asked.At:O}"),
            _ => new PartnerAnswered(number, count, arrivesAt, by, why, course.Stamp(now), command),
        };
    }

    /// <summary>Who is needed no more, each told once: who has not answered of a role that is filled, and everybody at the end.</summary>
    public static IReadOnlyList<IncidentEvent> Withdraw(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
        => [.. Needless(course, plan).Select(IncidentEvent (gone) => new PartnerWithdrawn(gone.Number, gone.What, course.Stamp(now)))];

    /// <summary>True when the last word about a role is the answer of a neighbour city.</summary>
    public static bool HasSpoken(IncidentCourse course, string role)
        => Of(course, role).LastOrDefault(request => request.Answered is not null) is { Answered.At: var at } && !(course.Decisions.FindLast(d => d.Role == role)?.At > at);

    /// <summary>How many of a role neighbour cities send.</summary>
    public static int Sent(IncidentCourse course, string role) => Of(course, role).Sum(request => request.Sent);

    /// <summary>The requests after one more fact.</summary>
    public static IncidentCourse Evolve(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        PartnerAsked e => course with { Partners = course.Partners.Add(new PartnerRequest(e, course.Rounds.Count)) },
        // One that declines, or sends too few, leaves the role to the next at once.
        PartnerAnswered e => Change(course, e.Number, request => request with { Answered = e }) is var told && told.Partners[e.Number - 1].Asked is var asked && e.Count < asked.Count
            ? told with { Vacated = told.Vacated.Add(asked.Role) } : told,
        PartnerWithdrawn e => Change(course, e.Number, request => request with { Withdrawn = e.What }),
        _ => course,
    };

    private static IEnumerable<(int Number, string What)> Needless(IncidentCourse course, ResponsePlan? plan)
        => course.Partners.Where(request => request.IsPending || request.Sent > 0)
            .Select(request => (request.Asked.Number, What: NeedlessBecause(course, plan, request))).Where(gone => gone.What is not null)!;

    private static string? NeedlessBecause(IncidentCourse course, ResponsePlan? plan, PartnerRequest request)
        => course.Phase != IncidentPhase.Open ? "closed"
            : request.Round != course.Rounds.Count || plan is null || !course.Dispatches || plan.Roles.All(role => role.Role != request.Asked.Role) ? "unwanted"
            : request.IsPending && Reaching.IsFilled(course, plan, request.Asked.Role) ? "filled" : null;

    private static IEnumerable<PartnerRequest> Of(IncidentCourse course, string role)
        => course.Partners.Where(request => request.Asked.Role == role && request.Round == course.Rounds.Count);

    private static IncidentCourse Change(IncidentCourse course, int number, Func<PartnerRequest, PartnerRequest> change)
        => course with { Partners = course.Partners.SetItem(number - 1, change(course.Partners[number - 1])) };
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;

namespace CityGuard.Grains.Incidents;

/// <summary>The neighbour cities that an incident asked for forces, as others see it.</summary>
internal static class PartnerPictures
{
    /// <summary>Null: none was asked.</summary>
    public static PartnerView[]? View(IncidentCourse course, IReadOnlyList<PartnerCity> cities)
        => course.Partners.IsEmpty ? null : [.. course.Partners.Select(request => View(request, cities.FirstOrDefault(city => city.Id == request.Asked.Partner)))];

    private static PartnerView View(PartnerRequest request, PartnerCity? city)
    {
        var (asked, answered) = (request.Asked, request.Answered);
        return new PartnerView(
            asked.Number, asked.Partner, city?.Name ?? new BilingualName(asked.Partner, asked.Partner), asked.Role, asked.ForceKind, asked.Count, asked.At,
            asked.ArrivesInSeconds is { } seconds ? asked.At.AddSeconds(seconds) : null, answered?.Count, answered?.ArrivesAt, answered?.By, answered?.Why, request.Withdrawn);
    }
}

using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas.Aid;

namespace CityGuard.Grains.Areas.Aid;

/// <summary>A request for aid as people see it.</summary>
internal static class AidPictures
{
    public static AidView View(AidCourse course, AidId id, long version)
    {
        var (asked, consent, declined) = (course.Asked!, course.Consent, course.Refusal);
        return new AidView(
            id, version, course.Phase, asked.Borrower, asked.Donor, asked.Wanted, asked.Count, asked.Purpose, asked.Incident, asked.Until, asked.By, asked.At,
            [.. course.Loans.Select(l => new LoanView(l.Responder, l.Phase, l.Reason))], consent?.Price, consent?.By ?? declined?.By, consent?.At ?? declined?.At,
            course.End?.Why ?? consent?.Why ?? declined?.Why, course.End?.By, course.End?.At);
    }
}

using CityGuard.Abstractions;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Journaling;

/// <summary>How objections of rules are told to callers.</summary>
internal static class Refusals
{
    public static Refusal ToRefusal(this Objection objection) => new(
        objection.Kind switch
        {
            ObjectionKind.Unknown => RefusalCode.Unknown,
            ObjectionKind.Impossible => RefusalCode.Unprocessable,
            _ => RefusalCode.Conflict,
        },
        objection.Reason,
        objection.Holder);
}

using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Readiness;

/// <summary>What can be said of a place whose board is silent: which standard it keeps, and nothing of who would come.</summary>
internal static class SilentCircle
{
    public static CircleView OfCell(CityIndex index, int cell, DateTimeOffset now)
    {
        var minute = WeekClock.MinuteOfWeek(now, index.Zone);
        var (standard, because) = (index.Standards[index.City.Cells.Standard[cell]], default(TargetId?));
        foreach (var target in index.Targets(index.SectorOfCell(cell)))
        {
            var profile = index.City.Targets[target];
            if (index.TargetCell[target] != cell || !profile.Hours.IsOpen(minute))
                continue;
            var asked = index.Standards[profile.Standard];
            if (because is null || StandardCompiler.CompareStrictness(asked.Rule, standard.Rule) < 0)
                (standard, because) = (asked, profile.Id);
        }

        return Unknown(index.City.Cells.Id(cell).Value, null, standard.Standard, because, now);
    }

    public static CircleView OfTarget(CityIndex index, int target, DateTimeOffset now)
    {
        var profile = index.City.Targets[target];
        return Unknown(profile.Id.Value, profile.Name, index.Standards[profile.Standard].Standard, profile.Id, now);
    }

    private static CircleView Unknown(string subject, BilingualName? name, ResponseStandard standard, TargetId? because, DateTimeOffset now)
        => new(subject, name, ReadinessLevel.Unknown, now, standard, because, [], null, [], now);
}

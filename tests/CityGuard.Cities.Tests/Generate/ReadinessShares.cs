using CityGuard.Domain.Readiness;

namespace CityGuard.Cities.Tests.Generate;

/// <summary>Shares of residents by level, and how much of late and dark lies in the cells listed beforehand.</summary>
internal sealed record ReadinessShares(double Met, double Thin, double Incomplete, double Late, double Dark, double FringeOfLateAndDark)
{
    public double InTime => Met + Thin;

    public double OutOfReach => Late + Dark;

    public static ReadinessShares Of(CityModel city, ReadinessLevel[] levels)
    {
        var people = new double[Enum.GetValues<ReadinessLevel>().Length];
        var fringe = 0.0;
        for (var cell = 0; cell < levels.Length; cell++)
        {
            people[(int)levels[cell]] += city.Cells.Residents[cell];
            if (levels[cell] is ReadinessLevel.Late or ReadinessLevel.Dark && city.Cells.Fringe[cell])
                fringe += city.Cells.Residents[cell];
        }

        var all = people.Sum();
        var beyond = people[(int)ReadinessLevel.Late] + people[(int)ReadinessLevel.Dark];
        return new(
            people[(int)ReadinessLevel.Met] / all, people[(int)ReadinessLevel.Thin] / all, people[(int)ReadinessLevel.Incomplete] / all,
            people[(int)ReadinessLevel.Late] / all, people[(int)ReadinessLevel.Dark] / all, fringe / Math.Max(1, beyond));
    }

    public override string ToString()
        => $"met {Met:P1}  thin {Thin:P1}  incomplete {Incomplete:P1}  late {Late:P1}  dark {Dark:P1}  of late and dark in listed fringe {FringeOfLateAndDark:P0}";
}

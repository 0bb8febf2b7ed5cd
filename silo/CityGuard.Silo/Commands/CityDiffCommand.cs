using System.CommandLine;
using CityGuard.Cities;
using CityGuard.Cities.Package;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard city diff A B</c>: what one package has that another has not.</summary>
internal static class CityDiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("a") { Description = "A package." };
        var after = new Argument<string>("b") { Description = "Another." };
        var command = new Command("diff", "What differs between two packages: counts, posts, places, rules, roads and travel times.") { before, after };
        command.SetAction(parsed =>
        {
            using var a = CityPackage.Load(parsed.GetRequiredValue(before));
            using var b = CityPackage.Load(parsed.GetRequiredValue(after));
            foreach (var line in CityDiff.Lines(a, b))
                Console.WriteLine(line);
            return ExitCodes.Ok;
        });
        return command;
    }
}

using Shouldly;
using Xunit;

namespace CityGuard.Conventions.Tests;

/// <summary>References point one way, as docs/architecture.md draws them.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Cities"] = ["Domain"],
        ["Simulation"] = ["Cities"],
        ["Abstractions"] = ["Domain"],
        ["Client"] = ["Abstractions"],
        ["Field"] = ["Client", "Cities"],
        ["Web"] = ["Abstractions"],
        ["Grains"] = ["Abstractions", "Cities", "Simulation"],
        ["Storage"] = ["Domain"],
        ["Silo"] = ["Grains", "Storage", "Web", "Field"],
    };

    [Fact]
    public void Every_room_is_on_the_drawing() => House.References.Keys.Order().ShouldBe(Allowed.Keys.Order());

    // A project left out of the solution is built on its author's machine and nowhere else.
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(House.Root, "CityGuard.sln")).Replace('\\', '/');
        House.Sources(".csproj").Select(House.Relative).Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void References_point_one_way()
    {
        foreach (var (room, references) in House.References)
            references.Except(Allowed[room]).ShouldBeEmpty($"{room} may not reference these");
    }

    [Fact]
    public void The_page_cannot_see_the_actors()
    {
        var seen = typeof(CityGuard.Web.WebServices).Assembly.GetReferencedAssemblies().Select(a => a.Name);
        seen.ShouldNotContain("CityGuard.Grains");
        seen.ShouldNotContain("CityGuard.Cities");
        seen.ShouldNotContain("CityGuard.Storage");
    }

    [Fact]
    public void The_domain_knows_no_runtime()
    {
        var seen = typeof(CityGuard.Domain.Geography.GeoPoint).Assembly.GetReferencedAssemblies().Select(a => a.Name).ToList();
        seen.ShouldNotContain("Orleans.Runtime");
        seen.ShouldNotContain("Orleans.Core");
        seen.ShouldNotContain("Microsoft.Data.Sqlite");
        seen.ShouldNotContain("System.Net.Http");
    }
}

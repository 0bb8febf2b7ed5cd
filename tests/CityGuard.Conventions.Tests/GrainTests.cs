using System.Reflection;
using Shouldly;
using Xunit;

namespace CityGuard.Conventions.Tests;

/// <summary>Actors are thin internal shells, and what crosses the wire has a lasting name.</summary>
public sealed class GrainTests
{
    private static readonly Assembly Grains = typeof(CityGuard.Grains.Hosting.CityGuardGrains).Assembly;
    private static readonly Assembly Abstractions = typeof(CityGuard.Abstractions.Done).Assembly;

    [Fact]
    public void Grains_are_internal_and_sealed()
    {
        var classes = Grains.GetTypes().Where(t => t.IsSubclassOf(typeof(Grain)) && !t.IsAbstract).ToList();
        classes.ShouldNotBeEmpty();
        classes.Where(t => t.IsPublic || !t.IsSealed).ShouldBeEmpty();
    }

    [Fact]
    public void Grain_interfaces_and_methods_have_an_alias()
    {
        var interfaces = Grains.GetTypes().Concat(Abstractions.GetTypes())
            .Where(t => t.IsInterface && typeof(Orleans.Runtime.IAddressable).IsAssignableFrom(t)).ToList();
        interfaces.ShouldNotBeEmpty();
        interfaces.Where(t => t.GetCustomAttribute<AliasAttribute>() is null).ShouldBeEmpty();
        interfaces.SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<AliasAttribute>() is null)
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").ShouldBeEmpty();
    }

    /// <summary>The analyzer passes a missing manifest in silence, so it is looked for here.</summary>
    [Theory]
    [InlineData("grains/CityGuard.Abstractions")]
    [InlineData("grains/CityGuard.Grains")]
    public void What_crosses_the_wire_is_written_down(string project)
    {
        var folder = Path.Combine(House.Root, project);
        File.ReadAllText(Path.Combine(folder, Path.GetFileName(project) + ".csproj")).ShouldContain("<EnableOrleansContractsAnalyzer>true</EnableOrleansContractsAnalyzer>");
        var written = File.ReadAllText(Path.Combine(folder, "OrleansContracts.txt"));
        var assembly = project.EndsWith("Grains", StringComparison.Ordinal) ? Grains : Abstractions;
        var interfaces = assembly.GetTypes().Where(t => t.IsInterface && typeof(Orleans.Runtime.IAddressable).IsAssignableFrom(t)).ToList();
        interfaces.ShouldNotBeEmpty();
        interfaces.Where(t => !written.Contains(t.FullName!, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Serialized_types_have_an_alias()
    {
        var types = Grains.GetTypes().Concat(Abstractions.GetTypes()).Concat(typeof(CityGuard.Domain.Geography.GeoPoint).Assembly.GetTypes())
            .Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null).ToList();
        types.ShouldNotBeEmpty();
        types.Where(t => t.GetCustomAttribute<AliasAttribute>() is null).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Aliases_are_unique()
    {
        var aliases = Grains.GetTypes().Concat(Abstractions.GetTypes()).Concat(typeof(CityGuard.Domain.Geography.GeoPoint).Assembly.GetTypes())
            .Select(t => t.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>().ToList();
        aliases.GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }
}

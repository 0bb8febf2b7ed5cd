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

using CityGuard.Cities.Generate;
using CityGuard.Cities.Package;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Generate;

public sealed class GuangzhouSameSeedTests
{
    private static readonly GuangzhouOptions Small = new(Seed: 7, Scale: 0.04);

    [Fact]
    public void The_same_options_give_the_same_package_hash_and_another_seed_another()
    {
        using var folder = new TemporaryFolder();
        var first = CityPackage.Save(GuangzhouGenerator.Generate(Small), folder["a"]);
        var again = CityPackage.Save(GuangzhouGenerator.Generate(Small), folder["b"]);
        var other = CityPackage.Save(GuangzhouGenerator.Generate(Small with { Seed = 8 }), folder["c"]);
        again.Hash.ShouldBe(first.Hash);
        other.Hash.ShouldNotBe(first.Hash);
        using var loaded = CityPackage.Load(folder["a"]);
        loaded.Cells.Count.ShouldBe(800);
        loaded.Features.Length.ShouldBeGreaterThan(100);
    }
}

using CityGuard.Cities.Generate;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Generate;

public sealed class ChanceTests
{
    [Fact]
    public void It_is_xoshiro256_starstar_seeded_by_splitmix64()
    {
        // First outputs for seed 0, as in the reference implementation and in Rust's rand_xoshiro.
        var chance = new Chance(0);
        chance.Next().ShouldBe(11_091_344_671_253_066_420UL);
        chance.Next().ShouldBe(13_793_997_310_169_335_082UL);
    }

    [Fact]
    public void Purpose_and_item_have_streams_of_their_own()
    {
        var first = Chance.Of(1, "cells", 1).Next();
        Chance.Of(1, "cells", 1).Next().ShouldBe(first);
        Chance.Of(1, "cells", 2).Next().ShouldNotBe(first);
        Chance.Of(1, "roads", 1).Next().ShouldNotBe(first);
        Chance.Of(2, "cells", 1).Next().ShouldNotBe(first);
    }
}

using System.Text.Json;
using CityGuard.Web.Map;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Map;

public sealed class MapPartsTests
{
    private readonly MapParts _parts = new(new SmallCity());

    [Theory]
    [InlineData("facts")]
    [InlineData("cells")]
    [InlineData("borders")]
    [InlineData("scenery")]
    [InlineData("roads")]
    [InlineData("streets")]
    public void Every_part_is_packed_once(string name)
    {
        var part = _parts.Find(name).ShouldNotBeNull();
        part.Body.ShouldNotBeEmpty();
        _parts.Find(name).ShouldBeSameAs(part);
    }

    [Fact]
    public void Nothing_else_is_served() => _parts.Find("../secrets").ShouldBeNull();

    [Fact]
    public void Facts_name_things_in_both_languages_and_by_the_feeds_indexes()
    {
        using var facts = JsonDocument.Parse(_parts.Find("facts")!.Body);
        var root = facts.RootElement;
        root.GetProperty("cells").EnumerateArray().Select(c => c.GetString()).ShouldBe(["c-00001", "c-00002", "c-00003", "c-00004"]);
        root.GetProperty("responders").GetProperty("callSign")[0].GetString().ShouldBe("越秀巡01");
        root.GetProperty("kinds")[0].GetProperty("premisesOnly").GetBoolean().ShouldBeFalse();
        root.GetProperty("targets").GetProperty("en")[0].GetString().ShouldBe("First School");
        var sector = root.GetProperty("areas").EnumerateArray().Single(a => a.GetProperty("id").GetString() == "s-01-02");
        sector.GetProperty("zh").GetString().ShouldBe("二所");
        sector.GetProperty("district").GetInt32().ShouldBe(1);
    }
}

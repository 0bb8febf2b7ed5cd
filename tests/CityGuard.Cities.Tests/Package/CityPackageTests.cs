using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Package;

public sealed class CityPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_loaded_city_equals_the_saved_one()
    {
        var draft = SampleCity.Draft();
        var manifest = CityPackage.Save(draft, _folder["city"]);
        using var city = CityPackage.Load(_folder["city"]);

        city.Manifest.Hash.ShouldBe(manifest.Hash);
        city.Manifest.Counts["responders"].ShouldBe(98);
        city.Areas.ShouldBe(draft.Parts.Areas.AsEnumerable());
        city.Cells.Ids.ShouldBe(draft.Parts.Cells.Ids.AsEnumerable());
        city.Cells.Centres.ShouldBe(draft.Parts.Cells.Centres.AsEnumerable());
        city.Cells.Residents.ShouldBe(draft.Parts.Cells.Residents.AsEnumerable());
        city.Cells.Sectors.ShouldBe(draft.Parts.Cells.Sectors.AsEnumerable());
        city.Cells.Outlines.Zip(draft.Parts.Cells.Outlines).ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second));
        city.Responders.Select(r => (r.Id, r.Kind, r.Post, r.Cell, r.Premises, string.Join(',', r.Capabilities)))
            .ShouldBe(draft.Parts.Responders.Select(r => (r.Id, r.Kind, r.Post, r.Cell, r.Premises, string.Join(',', r.Capabilities))));
        city.Targets.Select(t => (t.Id, t.Name, string.Join(',', t.Hours.Spans)))
            .ShouldBe(draft.Parts.Targets.Select(t => (t.Id, t.Name, string.Join(',', t.Hours.Spans))));
        city.Demand.HourFactor.ShouldBe(draft.Parts.Demand.HourFactor.AsEnumerable());
        city.Roads.Nodes.ToArray().ShouldBe(draft.Parts.Roads.Nodes.ToArray());
        city.Roads.Head.ToArray().ShouldBe(draft.Parts.Roads.Head.ToArray());
        city.Roads.Class.ToArray().ShouldBe(draft.Parts.Roads.Class.ToArray());
        for (var origin = 0; origin < city.Cells.Count; origin++)
        {
            city.Travel.Sectors(origin).SequenceEqual(draft.Parts.Travel.Sectors(origin)).ShouldBeTrue();
            for (var sector = 0; sector < city.Cells.Sectors.Length; sector++)
                city.Travel.Slice(origin, sector).SequenceEqual(draft.Parts.Travel.Slice(origin, sector)).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_same_city_has_the_same_hash_and_another_city_another()
    {
        var first = CityPackage.Save(SampleCity.Draft(), _folder["a"]);
        CityPackage.Save(SampleCity.Draft(), _folder["b"]).Hash.ShouldBe(first.Hash);
        CityPackage.Save(SampleCity.Draft(2), _folder["c"]).Hash.ShouldNotBe(first.Hash);
        var draft = SampleCity.Draft();
        CityPackage.Save(draft with { Manifest = draft.Manifest with { TimeZone = "UTC" } }, _folder["d"]).Hash.ShouldNotBe(first.Hash);
    }

    [Fact]
    public void Saving_replaces_a_package_and_leaves_nothing_beside_it()
    {
        CityPackage.Save(SampleCity.Draft(), _folder["city"]);
        var second = CityPackage.Save(SampleCity.Draft(2), _folder["city"]);
        CityPackage.ReadManifest(_folder["city"]).Hash.ShouldBe(second.Hash);
        Directory.GetFileSystemEntries(_folder.Root).ShouldBe([_folder["city"]]);
    }

    [Fact]
    public void Saving_does_not_take_away_a_folder_that_is_no_package()
    {
        Directory.CreateDirectory(_folder["home"]);
        File.WriteAllText(Path.Combine(_folder["home"], "letter"), "dear");
        Should.Throw<CityPackageException>(() => CityPackage.Save(SampleCity.Draft(), _folder["home"])).Message.ShouldContain("is no city package");
        File.ReadAllText(Path.Combine(_folder["home"], "letter")).ShouldBe("dear");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(_folder["file"], "");
        Should.Throw<CityPackageException>(() => CityPackage.Save(SampleCity.Draft(), _folder["file/city"])).Message.ShouldContain(_folder["file/city"]);
    }

    [Fact]
    public void A_city_that_contradicts_itself_is_not_saved()
    {
        var draft = SampleCity.Draft();
        var stranger = draft.Parts.Responders[0] with { Kind = "wizard" };
        var parts = draft.Parts with { Responders = draft.Parts.Responders.SetItem(0, stranger) };
        Should.Throw<CityPackageException>(() => CityPackage.Save(draft with { Parts = parts }, _folder["city"])).Message.ShouldContain("'wizard'");
        Directory.GetFileSystemEntries(_folder.Root).ShouldBeEmpty();
    }
}

using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Package;

public sealed class DamagedPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DamagedPackageTests() => CityPackage.Save(SampleCity.Draft(), _folder["city"]);

    public static TheoryData<string> AllFiles => [.. PackageParts.All, PackageParts.Manifest];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Part(file));
        Complaint().ShouldContain(file);
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void A_file_cut_short_is_named(string file)
    {
        using (var stream = File.OpenWrite(Part(file)))
            stream.SetLength(stream.Length / 2);
        Complaint().ShouldContain(file);
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void A_single_changed_byte_is_found_wherever_it_is(string file)
    {
        var whole = File.ReadAllBytes(Part(file));
        for (var step = 0; step < 8; step++)
        {
            var broken = whole.ToArray();
            broken[(int)((long)step * (whole.Length - 1) / 7)] ^= 1;
            File.WriteAllBytes(Part(file), broken);
            Complaint();
        }

        File.WriteAllBytes(Part(file), whole);
        CityPackage.Load(_folder["city"]).Dispose();
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        File.WriteAllText(Part(PackageParts.Travel), "");
        Complaint().ShouldContain(PackageParts.Travel);
    }

    [Fact]
    public void A_part_that_was_replaced_together_with_its_digest_is_found_by_the_hash()
    {
        var manifest = File.ReadAllText(Part(PackageParts.Manifest));
        var old = PackageHash.OfFile(Part(PackageParts.Demand));
        File.WriteAllText(Part(PackageParts.Demand), File.ReadAllText(Part(PackageParts.Demand)).Replace("300", "900", StringComparison.Ordinal));
        File.WriteAllText(Part(PackageParts.Manifest), manifest.Replace(old, PackageHash.OfFile(Part(PackageParts.Demand)), StringComparison.Ordinal));
        Complaint().ShouldContain("hash");
    }

    [Fact]
    public void Another_layout_says_so()
    {
        var manifest = File.ReadAllText(Part(PackageParts.Manifest));
        File.WriteAllText(Part(PackageParts.Manifest), manifest.Replace("\"schema\":2", "\"schema\":99,\"news\":true", StringComparison.Ordinal));
        Complaint().ShouldContain("layout 99");
    }

    [Fact]
    public void An_empty_folder_is_no_package()
    {
        Directory.CreateDirectory(_folder["nothing"]);
        Should.Throw<CityPackageException>(() => CityPackage.Load(_folder["nothing"])).Message.ShouldContain("no city package");
        Should.Throw<CityPackageException>(() => CityPackage.Load(_folder["nowhere"])).Message.ShouldContain("no city package");
    }

    private string Part(string file) => Path.Combine(_folder["city"], file);

    private string Complaint()
    {
        var message = Should.Throw<CityPackageException>(() => CityPackage.Load(_folder["city"])).Message;
        message.ShouldNotContain('\n');
        return message;
    }
}

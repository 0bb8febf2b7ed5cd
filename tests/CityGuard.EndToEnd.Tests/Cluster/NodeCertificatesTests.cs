using CityGuard.Silo.Cluster;
using CityGuard.Silo.Commands;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Cluster;

/// <summary>A node shows the certificate that stands in its file, also after it was renewed there, and never one that the others would refuse.</summary>
public sealed class NodeCertificatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cityguard-certificates-").FullName;
    private readonly CertificateAuthority _authority;
    private readonly Dictionary<string, string> _files;

    public NodeCertificatesTests()
    {
        _authority = new CertificateAuthority(_folder, "ca");
        _files = _authority.Issue("node");
    }

    private string Certificate => _files["CITYGUARD_CERTIFICATE"];

    private string Key => _files["CITYGUARD_CERTIFICATEKEY"];

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_renewed_certificate_is_shown_once_its_key_is_there_too()
    {
        using var node = Load();
        var first = node.Own().SerialNumber;
        var (oldKey, oldCertificate) = (File.ReadAllText(Key), File.ReadAllText(Certificate));
        _authority.Issue("node");
        var newKey = File.ReadAllText(Key);
        File.WriteAllText(Key, oldKey);
        node.Own().SerialNumber.ShouldBe(first, "the key is not that of the new certificate yet");
        File.WriteAllText(Key, newKey);
        var second = node.Own();
        second.SerialNumber.ShouldNotBe(first);
        second.HasPrivateKey.ShouldBeTrue();
        File.WriteAllText(Certificate, oldCertificate);
        node.Own().ShouldBeSameAs(second, "the old one has another key");
    }

    [Fact]
    public void A_link_that_leads_to_another_file_is_a_renewal_too()
    {
        var (link, linkKey) = (Path.Combine(_folder, "tls.crt"), Path.Combine(_folder, "tls.key"));
        File.CreateSymbolicLink(link, Certificate);
        File.CreateSymbolicLink(linkKey, Key);
        using var node = NodeCertificates.Load(link, linkKey, _files["CITYGUARD_AUTHORITY"], TimeProvider.System);
        var first = node.Own().SerialNumber;
        var next = _authority.Issue("next");
        foreach (var (from, to) in new[] { (link, next["CITYGUARD_CERTIFICATE"]), (linkKey, next["CITYGUARD_CERTIFICATEKEY"]) })
        {
            File.Delete(from);
            File.CreateSymbolicLink(from, to);
        }

        node.Own().SerialNumber.ShouldNotBe(first);
    }

    [Fact]
    public void One_that_has_expired_is_of_another_authority_or_for_one_end_only_changes_nothing()
    {
        using var another = new CertificateAuthority(_folder, "other");
        using var node = Load();
        var first = node.Own();
        foreach (var bad in new[] { _authority.Issue("late", DateTimeOffset.UtcNow.AddHours(-1)), another.Issue("stranger"), _authority.Issue("caller", uses: "1.3.6.1.5.5.7.3.2") })
        {
            File.WriteAllText(Key, File.ReadAllText(bad["CITYGUARD_CERTIFICATEKEY"]));
            File.WriteAllText(Certificate, File.ReadAllText(bad["CITYGUARD_CERTIFICATE"]));
            node.Own().ShouldBeSameAs(first);
        }

        File.Delete(Certificate);
        node.Own().ShouldBeSameAs(first);
    }

    [Fact]
    public void An_authority_of_Redis_that_is_no_certificate_is_told_by_its_name()
    {
        var refused = Should.Throw<CommandException>(() => new RedisAddress("127.0.0.1:1,ssl=true", Key).Checked());
        refused.Message.ShouldStartWith($"{Key} cannot be read as a certificate");
        new RedisAddress("127.0.0.1:1,ssl=true", _files["CITYGUARD_AUTHORITY"]).Checked().ShouldNotBeNull();
    }

    private NodeCertificates Load() => NodeCertificates.Load(Certificate, Key, _files["CITYGUARD_AUTHORITY"], new FakeTimeProvider(DateTimeOffset.UtcNow));
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CityGuard.Tests.Shared;

/// <summary>An authority that issues the certificates of a cluster's nodes, as files.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private static readonly string[] BothEnds = ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"];

    private readonly string _folder;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _own;

    public CertificateAuthority(string folder, string name)
    {
        _folder = Path.Combine(folder, name);
        Directory.CreateDirectory(_folder);
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(10));
        File.WriteAllText(Authority, _own.ExportCertificatePem());
    }

    private string Authority => Path.Combine(_folder, "authority.pem");

    /// <summary>Settings of a node with a certificate of its own.</summary>
    /// <param name="name">Of the node.</param>
    /// <param name="until">When it ends; null: in days.</param>
    /// <param name="uses">What it is for; none: server and client.</param>
    public Dictionary<string, string> Issue(string name, DateTimeOffset? until = null, params string[] uses)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. (uses is [] ? BothEnds : uses).Select(use => new Oid(use))], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback); // a server's name is compared, a silo's is not
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_own, DateTimeOffset.UtcNow.AddDays(-5), until ?? DateTimeOffset.UtcNow.AddDays(5), RandomNumberGenerator.GetBytes(8));
        var (certificate, keyFile) = (Path.Combine(_folder, name + ".pem"), Path.Combine(_folder, name + ".key"));
        File.WriteAllText(certificate, issued.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return new() { ["CITYGUARD_CERTIFICATE"] = certificate, ["CITYGUARD_CERTIFICATEKEY"] = keyFile, ["CITYGUARD_AUTHORITY"] = Authority };
    }

    public void Dispose()
    {
        _own.Dispose();
        _key.Dispose();
    }
}

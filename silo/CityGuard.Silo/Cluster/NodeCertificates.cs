using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CityGuard.Silo.Commands;
using Orleans.Connections.Security;

namespace CityGuard.Silo.Cluster;

/// <summary>
/// The certificate of this node and the authority that issues those of all nodes. Being issued by it is what makes a node one of the
/// cluster, in both directions; names are not compared, addresses of silos come and go.
/// </summary>
internal sealed class NodeCertificates : IDisposable
{
    private readonly X509Certificate2 _own;
    private readonly X509Certificate2 _authority;

    private NodeCertificates(X509Certificate2 own, X509Certificate2 authority) => (_own, _authority) = (own, authority);

    /// <exception cref="CommandException">A file is missing or no certificate, the certificate is expired, or was issued by somebody else.</exception>
    public static NodeCertificates Load(string certificate, string key, string authority, TimeProvider clock)
    {
        var own = Read(certificate, () => X509Certificate2.CreateFromPemFile(certificate, key));
        var loaded = new NodeCertificates(own, ReadAuthority(authority));
        var now = clock.GetUtcNow();
        if (now < own.NotBefore.ToUniversalTime() || now > own.NotAfter.ToUniversalTime())
            throw new CommandException(ExitCodes.Environment, $"the certificate {certificate} is good from {own.NotBefore.ToUniversalTime():u} to {own.NotAfter.ToUniversalTime():u}, and it is {now:u} now.");
        if (!loaded.IsOurs(own))
            throw new CommandException(ExitCodes.Environment, $"the certificate {certificate} was not issued by the authority {authority}.");
        return loaded;
    }

    /// <exception cref="CommandException">The file is missing or no certificate.</exception>
    public static X509Certificate2 ReadAuthority(string authority) => Read(authority, () => X509CertificateLoader.LoadCertificateFromFile(authority));

    /// <summary>Both ends show a certificate, and both ask for one.</summary>
    public void Configure(TlsOptions options)
    {
        options.LocalCertificate = _own;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.CheckCertificateRevocation = false;
        options.RemoteCertificateValidation = (certificate, _, _) => IsOurs(certificate);
        options.OnAuthenticateAsClient = (_, client) => client.TargetHost = "cityguard";
    }

    public void Dispose()
    {
        _own.Dispose();
        _authority.Dispose();
    }

    private bool IsOurs(X509Certificate2? certificate)
    {
        if (certificate is null)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static X509Certificate2 Read(string file, Func<X509Certificate2> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Environment, $"{file} cannot be read as a certificate: {e.Message}", e);
        }
    }
}

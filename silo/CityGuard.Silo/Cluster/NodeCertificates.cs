using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CityGuard.Silo.Commands;
using Orleans.Connections.Security;

namespace CityGuard.Silo.Cluster;

/// <summary>
/// The certificate of this node and the authority that issues those of all nodes. Being issued by it is what makes a node one of the
/// cluster, in both directions; names are not compared, addresses of silos come and go. A certificate that is renewed in its file is shown from the next
/// connection on, without a restart.
/// </summary>
internal sealed class NodeCertificates : IDisposable
{
    /// <summary>Server and client authentication, RFC 5280, 4.2.1.12.</summary>
    private static readonly string[] BothEnds = ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"];

    private readonly Lock _renewal = new();
    private readonly string _certificate, _key;
    private readonly X509Certificate2 _authority;
    private readonly TimeProvider _clock;
    private X509Certificate2 _own;
    private (string Certificate, string Key) _read;

    private NodeCertificates(string certificate, string key, string authority, TimeProvider clock)
    {
        (_certificate, _key, _clock) = (certificate, key, clock);
        _own = Read(certificate, () => X509Certificate2.CreateFromPem((_read = ReadFiles()).Certificate, _read.Key));
        _authority = ReadAuthority(authority);
    }

    /// <exception cref="CommandException">A file is missing or no certificate, the certificate is expired, or was issued by somebody else.</exception>
    public static NodeCertificates Load(string certificate, string key, string authority, TimeProvider clock)
    {
        var loaded = new NodeCertificates(certificate, key, authority, clock);
        var own = loaded._own;
        if (!loaded.IsGood(own))
            throw new CommandException(ExitCodes.Environment, $"the certificate {certificate} is good from {own.NotBefore.ToUniversalTime():u} to {own.NotAfter.ToUniversalTime():u}, and it is {clock.GetUtcNow():u} now.");
        if (!loaded.IsOurs(own))
            throw new CommandException(ExitCodes.Environment, $"the certificate {certificate} was not issued by the authority {authority}.");
        if (!loaded.IsOurs(own, BothEnds))
            throw new CommandException(ExitCodes.Environment, $"the certificate {certificate} is not for servers and clients: a node is both.");
        return loaded;
    }

    /// <exception cref="CommandException">The file is missing or no certificate.</exception>
    public static X509Certificate2 ReadAuthority(string authority) => Read(authority, () => X509CertificateLoader.LoadCertificateFromFile(authority));

    /// <summary>Both ends show a certificate, and both ask for one.</summary>
    public void Configure(TlsOptions options)
    {
        options.LocalCertificate = _own; // asked for even where it is selected
        options.LocalServerCertificateSelector = (_, _) => Own();
        options.LocalClientCertificateSelector = (_, _, _, _, _) => Own();
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

    /// <summary>What to show now. A renewal that cannot be read yet, or would be refused, changes nothing; it is looked at again with the next connection.</summary>
    internal X509Certificate2 Own()
    {
        lock (_renewal)
        {
            try
            {
                // Their texts, not their times: a link that leads elsewhere now has the time that it had.
                var read = ReadFiles();
                if (read == _read)
                    return _own;
                var renewed = X509Certificate2.CreateFromPem(read.Certificate, read.Key);
                if (IsGood(renewed) && IsOurs(renewed, BothEnds))
                    (_own, _read) = (renewed, read); // the old one is left to whoever shakes hands with it just now
                else
                    renewed.Dispose();
            }
            catch (Exception e) when (IsOfTheFile(e))
            {
                // One of the two files is written, and the other not yet.
            }

            return _own;
        }
    }

    private (string Certificate, string Key) ReadFiles() => (File.ReadAllText(_certificate), File.ReadAllText(_key));

    private bool IsGood(X509Certificate2 certificate) => _clock.GetUtcNow() is var now && now >= certificate.NotBefore.ToUniversalTime() && now <= certificate.NotAfter.ToUniversalTime();

    /// <param name="certificate">Of this node, or of another that shows it.</param>
    /// <param name="uses">What it must be for, unless it is for everything.</param>
    private bool IsOurs(X509Certificate2? certificate, params ReadOnlySpan<string> uses)
    {
        if (certificate is null)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var use in uses)
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(use));
        return chain.Build(certificate);
    }

    /// <summary>An argument is wrong when the key is another certificate's.</summary>
    private static bool IsOfTheFile(Exception e) => e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException;

    private static X509Certificate2 Read(string file, Func<X509Certificate2> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw new CommandException(ExitCodes.Environment, $"{file} cannot be read as a certificate: {e.Message}", e);
        }
    }
}

using System.Diagnostics;
using System.Security.Cryptography;

namespace CityGuard.Tests.Shared;

/// <summary>A Redis with an append-only file and a password, as a cluster should have it; with a certificate, also a user who may do what silos need and nothing more.</summary>
public sealed partial class RedisServer : ServerProcess
{
    private const string Narrow = "silos";

    /// <summary>As docs/operations.md gives them.</summary>
    private static readonly string[] Rights = ["resetchannels", "~cityguard/members/*", "+@connection", "+@hash", "+eval", "+evalsha", "+time", "+info"];

    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly string _folder = Directory.CreateTempSubdirectory("cityguard-redis-").FullName;

    /// <summary>With one it speaks TLS only, and silos enter as the user <see cref="Narrow"/>.</summary>
    internal CertificateAuthority? Authority { get; init; }

    public string Connection => Authority is null ? $"{Address}:{Port},password={_password}" : $"{Address}:{Port},user={Narrow},password={_password},ssl=true";

    public string WrongConnection => $"{Address}:{Port},password=wrong";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>How many silos of a cluster have been declared dead so far.</summary>
    public Task<int> DeadSilos(string cluster) => Silos(cluster, status: 6);

    /// <summary>How many silos are a cluster now.</summary>
    public Task<int> ActiveSilos(string cluster) => Silos(cluster, status: 3);

    /// <summary>The connection of a new user with the rights that silos need, but one.</summary>
    public async Task<string> UserWithout(string right)
    {
        var name = "no" + right.TrimStart('+');
        await Ask(["acl", "setuser", name, "on", $">{_password}", .. Rights.Where(r => r != right)]);
        return $"{Address}:{Port},user={name},password={_password}";
    }

    protected override ProcessStartInfo Command()
    {
        string[] always = ["--bind", Address, "--dir", _folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always", "--requirepass", _password];
        if (Authority?.Issue("redis") is not { } own)
            return new("redis-server", ["--port", $"{Port}", .. always]);
        string[] tls = ["--port", "0", "--tls-port", $"{Port}", "--tls-auth-clients", "no", "--tls-cert-file", own["CITYGUARD_CERTIFICATE"], "--tls-key-file", own["CITYGUARD_CERTIFICATEKEY"], "--tls-ca-cert-file", own["CITYGUARD_AUTHORITY"]];
        return new("redis-server", [.. tls, "--user", Narrow, "on", $">{_password}", .. Rights, .. always]);
    }

    /// <param name="cluster">Its name.</param>
    /// <param name="status">As Orleans numbers them: SiloStatus.</param>
    private async Task<int> Silos(string cluster, int status) => (await Ask(["hvals", $"cityguard/members/{cluster}"])).Split($"\"Status\":{status},").Length - 1;

    private async Task<string> Ask(string[] words)
    {
        var ask = new ProcessStartInfo("redis-cli", ["-h", Address, "-p", $"{Port}", .. words]) { RedirectStandardOutput = true };
        ask.Environment["REDISCLI_AUTH"] = _password;
        using var asking = Process.Start(ask)!;
        var answer = await asking.StandardOutput.ReadToEndAsync();
        await asking.WaitForExitAsync();
        return answer;
    }
}

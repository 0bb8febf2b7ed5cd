using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using CityGuard.Storage;
using CityGuard.Storage.AzureTables;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Start;

/// <summary>A node that cannot join says why in one line, without secrets, ends with an exit code other than 0, and changes nothing.</summary>
public sealed class ClusterStartTests(RedisServer redis, TableServer tables) : IClassFixture<RedisServer>, IClassFixture<TableServer>, IDisposable
{
    private readonly SamplePackage _folder = new();
    private readonly string _cluster = TableServer.NewCluster();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CITYGUARD_REDIS", "connection string of Redis")]
    [InlineData("CITYGUARD_TABLES", "connection string of Azure Tables")]
    public async Task A_setting_that_is_missing(string name, string expected)
    {
        var (code, line) = await Start(new() { [name] = "" });
        code.ShouldBe(2);
        line.ShouldContain(expected);
        line.ShouldContain(name);
    }

    [Fact]
    public async Task A_Redis_that_is_not_there()
    {
        var (code, line) = await Start(new() { ["CITYGUARD_REDIS"] = $"127.0.0.1:{HostProcess.FreePort()},password=secret" });
        code.ShouldBe(3);
        line.ShouldContain("Redis at 127.0.0.1");
        line.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_wrong_password_of_Redis()
    {
        var (code, line) = await Start(new() { ["CITYGUARD_REDIS"] = redis.WrongConnection });
        code.ShouldBe(3);
        line.ShouldContain("password");
        line.ShouldNotContain("password=");
    }

    [Theory]
    [InlineData("+eval")]
    [InlineData("+@hash")]
    public async Task A_user_of_Redis_who_lacks_a_right(string right)
    {
        var (code, line) = await Start(new() { ["CITYGUARD_REDIS"] = await redis.UserWithout(right) });
        code.ShouldBe(3);
        line.ShouldContain("lacks a right that silos need");
        line.ShouldNotContain("password=");
    }

    [Fact]
    public async Task An_authority_of_Redis_that_nobody_would_ask_for()
    {
        using var authority = new CertificateAuthority(_folder.Data, "ca");
        var (code, line) = await Start(new() { ["CITYGUARD_REDISAUTHORITY"] = authority.Issue("redis")["CITYGUARD_AUTHORITY"] });
        code.ShouldBe(2);
        line.ShouldContain("ssl=true");
    }

    [Fact]
    public async Task A_wrong_key_of_the_tables()
    {
        var (code, line) = await Start(new() { ["CITYGUARD_TABLES"] = tables.WrongConnection });
        code.ShouldBe(3);
        line.ShouldContain("refuse the connection string");
        line.ShouldNotContain("AccountKey");
    }

    [Fact]
    public async Task A_signature_for_the_tables_that_has_expired()
    {
        var signed = new TableServiceClient(tables.Connection).GenerateSasUri(TableAccountSasPermissions.All, TableAccountSasResourceTypes.All, DateTimeOffset.UtcNow.AddHours(-1));
        var (code, line) = await Start(new() { ["CITYGUARD_TABLES"] = signed.ToString() });
        code.ShouldBe(3);
        line.ShouldContain("expired");
        line.ShouldNotContain("sig=");
    }

    [Fact]
    public async Task Tables_of_another_version()
    {
        await TableStore.Open(new TableAddress(tables.Connection, _cluster), TimeProvider.System, cancel: TestContext.Current.CancellationToken);
        var keys = new TableClient(tables.Connection, _cluster + "keys");
        await keys.UpsertEntityAsync(new TableEntity("schema", "version") { ["number"] = 7 }, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        var (code, line) = await Start([]);
        code.ShouldBe(3);
        line.ShouldContain("version 7");
    }

    [Fact]
    public async Task Another_package_of_the_city()
    {
        var store = await TableStore.Open(new TableAddress(tables.Connection, _cluster), TimeProvider.System, cancel: TestContext.Current.CancellationToken);
        await JournalBinding.Bind(store.Journal, "sample", "another-package", TimeProvider.System, TestContext.Current.CancellationToken);
        var (code, line) = await Start([]);
        code.ShouldBe(3);
        line.ShouldContain("another-package");
    }

    [Fact]
    public async Task An_endpoint_that_everybody_reaches_without_certificates()
    {
        var (code, line) = await Start([], "--endpoint", "192.0.2.1:11111");
        code.ShouldBe(2);
        line.ShouldContain("certificate");
    }

    [Fact]
    public async Task A_certificate_that_has_expired()
    {
        using var authority = new CertificateAuthority(_folder.Data, "ca");
        var (code, line) = await Start(authority.Issue("late", DateTimeOffset.UtcNow.AddHours(-1)));
        code.ShouldBe(3);
        line.ShouldContain("late.pem is good from");
    }

    [Fact]
    public async Task A_key_of_another_certificate()
    {
        using var authority = new CertificateAuthority(_folder.Data, "ca");
        var (settings, other) = (authority.Issue("node"), authority.Issue("other"));
        settings["CITYGUARD_CERTIFICATEKEY"] = other["CITYGUARD_CERTIFICATEKEY"];
        var (code, line) = await Start(settings);
        code.ShouldBe(3);
        line.ShouldContain("node.pem cannot be read as a certificate");
        line.ShouldContain("key");
    }

    [Fact]
    public async Task A_certificate_of_another_authority_than_the_one_that_is_named()
    {
        using var authority = new CertificateAuthority(_folder.Data, "ca");
        using var other = new CertificateAuthority(_folder.Data, "other");
        var (settings, its) = (authority.Issue("node"), other.Issue("node"));
        settings["CITYGUARD_AUTHORITY"] = its["CITYGUARD_AUTHORITY"];
        var (code, line) = await Start(settings);
        code.ShouldBe(3);
        line.ShouldContain("not issued by the authority");
    }

    [Fact]
    public async Task A_clock_an_hour_off()
    {
        var (code, line) = await Start([], under: ["faketime", "-f", "+1h"]);
        code.ShouldBe(3);
        line.ShouldContain("clock is 01:00:0");
        line.ShouldContain("ahead of");
    }

    [Fact]
    public async Task A_settings_file_with_a_word_that_is_none()
    {
        var file = Path.Combine(_folder.Data + "settings.json");
        await File.WriteAllTextAsync(file, """{"redis": "127.0.0.1", "table": "typed wrong"}""", TestContext.Current.CancellationToken);
        var (code, line) = await Start([], "--settings", file);
        code.ShouldBe(2);
        line.ShouldContain("'table'");
    }

    [Fact]
    public async Task A_port_that_another_silo_has()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        var (code, line) = await Start([], "--endpoint", $"127.0.0.1:{port}");
        code.ShouldBe(3);
        line.ShouldContain($"127.0.0.1:{port} is in use");
    }

    private Task<(int Code, string Line)> Start(Dictionary<string, string> environment, params string[] options) => Start(environment, null, options);

    private async Task<(int Code, string Line)> Start(Dictionary<string, string> environment, string[]? under, params string[] options)
    {
        var all = new Dictionary<string, string> { ["CITYGUARD_REDIS"] = redis.Connection, ["CITYGUARD_TABLES"] = tables.Connection, ["CITYGUARD_CLUSTER"] = _cluster };
        foreach (var (name, value) in environment)
            all[name] = value;
        await using var host = HostProcess.StartAt(
            $"http://127.0.0.1:{HostProcess.FreePort()}", _folder.Data, all, null, under, ["--mode", "cluster", "--city", _folder.City, "--field", "off", .. options]);
        var code = await host.Exited();
        host.Output.ShouldNotContain("   at ");
        return (code, host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem());
    }
}

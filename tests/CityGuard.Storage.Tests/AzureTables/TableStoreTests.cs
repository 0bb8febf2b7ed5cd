using Azure.Data.Tables;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Secrets;
using CityGuard.Storage.Tests.Contract;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>Secrets and positions of a cluster, and how its tables are entered.</summary>
public sealed class TableStoreTests(TableServer server) : SecretFilesContract, IAsyncLifetime
{
    private readonly TableStoreOfTest _tables = new(server);
    private TableStore _store = null!;

    protected override ISecretFiles Files => _store.Secrets;

    public async ValueTask InitializeAsync() => _store = await _tables.Open();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(60)] // its clock was set ahead, and followed
    public async Task A_silo_learns_the_positions_that_another_kept_with_their_true_age(int minutesAhead)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(minutesAhead));
        var (crew, at) = (ResponderId.Parse("p-C-0001"), DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()).AddMinutes(-3));
        await using var first = await (await _tables.Open(time)).OpenPositions(Cancel);
        await using var second = await (await _tables.Open(time)).OpenPositions(Cancel);
        var fix = new PositionFix(new GeoPoint(Lon: 113.26, Lat: 23.13), at);
        first.Checkpoint(crew, fix);
        first.Last(crew).ShouldBe(fix);
        second.Last(crew).ShouldBeNull();
        await Until.True(() =>
        {
            time.Advance(TimeSpan.FromSeconds(30));
            return second.Last(crew) == fix;
        });
        await using var later = await (await _tables.Open(time)).OpenPositions(Cancel);
        later.Last(crew).ShouldBe(fix);
    }

    [Fact]
    public async Task Thousands_of_positions_are_kept_at_the_end_and_all_come_back()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var store = await (await _tables.Open(time)).OpenPositions(Cancel);
        foreach (var i in Enumerable.Range(1, 3_000))
            store.Checkpoint(ResponderId.Parse($"p-C-{i:0000}"), new PositionFix(new GeoPoint(Lon: 113 + (i / 1e4), Lat: 23), time.GetUtcNow()));
        await store.DisposeAsync();
        await using var again = await (await _tables.Open(time)).OpenPositions(Cancel);
        foreach (var i in Enumerable.Range(1, 3_000))
            again.Last(ResponderId.Parse($"p-C-{i:0000}")).ShouldNotBeNull().Position.Lon.ShouldBe(113 + (i / 1e4));
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_one_line_without_it()
    {
        var refused = await Should.ThrowAsync<StorageFailedException>(() => TableStore.Open(new TableAddress(server.WrongConnection, "some"), TimeProvider.System, cancel: Cancel));
        refused.Message.ShouldContain($"127.0.0.1:{server.Port}");
        refused.Message.ShouldContain("refuse the connection string");
        refused.Message.ShouldNotContain("AccountKey");
        refused.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=a;AccountKey=secret-but-no-base64;EndpointSuffix=core.windows.net")]
    [InlineData("http://somewhere.else/tables")]
    public void A_connection_that_cannot_be_is_told_without_its_secrets(string connection)
    {
        var refused = Should.Throw<FormatException>(() => new TableAddress(connection, "some").Checked());
        refused.Message.ShouldContain("connection string");
        refused.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("Upper")]
    [InlineData("with-dash")]
    [InlineData("a23456789012345678901")]
    public void A_name_that_no_table_can_have_is_refused(string cluster)
        => Should.Throw<FormatException>(() => new TableAddress(server.Connection, cluster).Checked()).Message.ShouldContain($"'{cluster}'");

    [Fact]
    public async Task Tables_of_another_version_are_refused()
    {
        var row = (await _tables.Table("keys").GetEntityAsync<TableEntity>("schema", "version", cancellationToken: Cancel)).Value;
        row["number"] = 99;
        await _tables.Table("keys").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        (await Should.ThrowAsync<StorageDamagedException>(() => _tables.Open())).Message.ShouldContain("version 99; this program reads version 1");
    }

    [Fact]
    public async Task Where_there_are_no_tables_a_reader_makes_none()
    {
        var nowhere = new TableAddress(server.Connection, TableServer.NewCluster());
        (await Should.ThrowAsync<StorageFailedException>(() => TableStore.Existing(nowhere, TimeProvider.System, Cancel))).Message.ShouldContain("no tables");
        (await Should.ThrowAsync<StorageFailedException>(() => TableStore.Existing(nowhere, TimeProvider.System, Cancel))).Message.ShouldContain("no tables");
    }
}

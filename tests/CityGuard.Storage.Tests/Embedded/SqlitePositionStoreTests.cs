using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Storage.Embedded;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Embedded;

public sealed class SqlitePositionStoreTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly ResponderId Patrol = ResponderId.Parse("p-C-0042");

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_position_is_answered_from_memory_and_after_a_restart_with_its_true_time()
    {
        var fix = new PositionFix(new GeoPoint(Lon: 113.26439, Lat: 23.12911), Start.AddMilliseconds(123));
        await using (var store = SqlitePositionStore.Open(_folder.Data, _time))
        {
            store.Last(Patrol).ShouldBeNull();
            store.Checkpoint(Patrol, new PositionFix(new GeoPoint(Lon: 113, Lat: 23), Start));
            store.Checkpoint(Patrol, fix);
            store.Last(Patrol).ShouldBe(fix);
        }

        _time.Advance(TimeSpan.FromHours(3));
        await using var again = SqlitePositionStore.Open(_folder.Data, _time);
        again.Last(Patrol).ShouldBe(fix);
    }

    [Fact]
    public async Task Half_a_minute_later_it_is_in_the_file()
    {
        await using var store = SqlitePositionStore.Open(_folder.Data, _time);
        store.Checkpoint(Patrol, new PositionFix(new GeoPoint(Lon: 113, Lat: 23), Start));
        Stored().ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(31));
        await Until.True(() => Stored() == 1);
    }

    private long Stored() => Sql.Read<long>(_folder.Data.Positions, "SELECT count(*) FROM positions").Single();
}

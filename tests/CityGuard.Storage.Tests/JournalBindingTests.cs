using CityGuard.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests;

public sealed class JournalBindingTests
{
    private readonly FakeJournal _journal = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_binds_and_every_later_one_is_told_of_it()
    {
        var first = await JournalBinding.Bind(_journal, "guangzhou", "aaaa", _time, Cancel);
        _time.Advance(TimeSpan.FromDays(1));
        (await JournalBinding.Bind(_journal, "guangzhou", "aaaa", _time, Cancel)).ShouldBe(first);
        _journal.Streams().Single().Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("guangzhou", "bbbb")]
    [InlineData("manhattan", "aaaa")]
    public async Task Another_package_is_refused_with_a_line_that_names_both(string city, string package)
    {
        await JournalBinding.Bind(_journal, "guangzhou", "aaaa", _time, Cancel);
        var refused = await Should.ThrowAsync<CityMismatchException>(JournalBinding.Bind(_journal, city, package, _time, Cancel));
        foreach (var name in new[] { "guangzhou", "aaaa", city, package })
            refused.Message.ShouldContain(name);
        _journal.Streams().Single().Events.Count.ShouldBe(1);
    }
}

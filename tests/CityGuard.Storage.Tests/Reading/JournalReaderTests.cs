using System.Text.Json;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Reading;
using Shouldly;
using Xunit;

namespace CityGuard.Storage.Tests.Reading;

public sealed class JournalReaderTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _target = new();
    private SqliteJournal _city = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Forge.Write(_folder.Data, new Story());
        _city = SqliteJournal.Open(_folder.Data);
    }

    public async ValueTask DisposeAsync()
    {
        await _city.DisposeAsync();
        _folder.Dispose();
        _target.Dispose();
    }

    [Fact]
    public async Task An_export_is_one_object_a_line_with_the_stored_event_in_it()
    {
        using var reader = JournalReader.Open(_folder.Data);
        using var into = new MemoryStream();
        await JournalExport.Write(reader, into, cancel: Cancel);
        var lines = System.Text.Encoding.UTF8.GetString(into.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(33 + 7 + 1);
        lines[^1].ShouldBe("""{"end":{"streams":7}}""");
        var opened = JsonDocument.Parse(lines.First(line => line.Contains(Story.ClosedOne.Value, StringComparison.Ordinal))).RootElement;
        opened.GetProperty("stream").GetString().ShouldBe(Story.ClosedOne.Value);
        opened.GetProperty("version").GetInt64().ShouldBe(1);
        opened.GetProperty("event").GetProperty("kind").GetString().ShouldBe("Opened");
        opened.GetProperty("hash").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task A_backup_is_of_one_moment_and_the_city_goes_on_writing()
    {
        using (var reader = JournalReader.Open(_folder.Data))
            reader.BackUp(_target.Data);
        await _city.Append("a-later", 0, [Entries.One("later")], new(null), Cancel);
        var report = JournalVerifier.Run(_target.Data, VerifyOptions.Plain, cancel: Cancel);
        report.Violations.ShouldBeEmpty();
        report.Events.ShouldBe(33);
        await using var restored = SqliteJournal.Open(_target.Data);
        (await restored.Append("a-restored", 0, [Entries.One("restored")], new(null), Cancel)).ShouldBe(Domain.Journal.AppendResult.Appended);
    }

    [Fact]
    public void A_backup_never_overwrites_a_journal()
    {
        using var reader = JournalReader.Open(_folder.Data);
        Should.Throw<StorageFailedException>(() => reader.BackUp(_folder.Data)).Message.ShouldContain(_folder.Data.Path);
    }
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Faults.Host;
using CityGuard.Storage;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Reading;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Journal;

/// <summary>
/// Two activations of one responder, as a membership that disagrees with itself can make: the second believes what was true before the first wrote.
/// The version check is what keeps it from giving the same responder to two incidents.
/// </summary>
public sealed class StaleActivationTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly ResponderId Patrol = ResponderId.Parse("p-C-0001");
    private static readonly OperationId Op = OperationId.Parse("o-1");
    private static readonly IncidentId A = IncidentId.Parse("i-" + new string('a', 22));
    private static readonly IncidentId B = IncidentId.Parse("i-" + new string('b', 22));

    private readonly DataFolder _folder = new(Path.Combine(Path.GetTempPath(), "cityguard-" + Guid.NewGuid().ToString("N")));

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [Fact]
    public async Task With_the_version_check_the_stale_activation_meets_a_conflict_and_learns_the_truth()
    {
        await using (var journal = SqliteJournal.Open(_folder))
        {
            var (first, stale) = await TwoActivations(journal, journal);
            (await first.Reserve(A, Op, 0, Now)).ShouldBe(AppendResult.Appended);
            (await stale.Reserve(B, Op, 0, Now)).ShouldBe(AppendResult.Conflict);
            await stale.Wake();
            (await stale.Reserve(B, Op, 0, Now)).ShouldBeNull();
        }

        JournalVerifier.Run(_folder, VerifyOptions.Plain, cancel: TestContext.Current.CancellationToken).Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_it_the_responder_is_given_twice_and_the_checker_says_so()
    {
        await using (var journal = SqliteJournal.Open(_folder))
        {
            var (first, stale) = await TwoActivations(journal, new UncheckedJournal(journal));
            (await first.Reserve(A, Op, 0, Now)).ShouldBe(AppendResult.Appended);
            (await stale.Reserve(B, Op, 0, Now)).ShouldBe(AppendResult.Appended);
        }

        JournalVerifier.Run(_folder, VerifyOptions.Plain, cancel: TestContext.Current.CancellationToken).Violations.ShouldBe(
        [
            $"{Patrol} version 2: epoch 1 after 1",
            $"{Patrol} version 2: assigned to {B} {Op} while held by {A} {Op}",
        ]);
    }

    private static async Task<(Activation First, Activation Stale)> TwoActivations(SqliteJournal journal, IJournal ofTheActivations)
    {
        await JournalBinding.Bind(journal, "testcity", "aaaa", TimeProvider.System);
        foreach (var incident in new[] { A, B })
        {
            var report = new ReportContent("test", incident.Value, "theft", IncidentSeverity.Medium, new GeoPoint(113.26, 23.13), CellId.Parse("c-00001"), null, null, null);
            IncidentEvent[] events = [new Opened(report, AreaId.Parse("s-440104-01"), Now, null, Now), new AssignmentRequested(Op, Patrol, "patrol", 0, null, null, null, null, Now)];
            await journal.Append(incident.Value, 0, [.. events.Select((e, i) => EventCodec.Incidents.Encode($"{incident}/{i}", e))], new StreamHead("s-440104-01"));
        }

        var (first, stale) = (new Activation(ofTheActivations, Patrol, "first"), new Activation(ofTheActivations, Patrol, "stale"));
        await first.Wake();
        await stale.Wake();
        return (first, stale);
    }
}

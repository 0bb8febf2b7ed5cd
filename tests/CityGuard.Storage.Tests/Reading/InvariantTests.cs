using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders.Events;
using CityGuard.Storage.Reading;
using Shouldly;
using Xunit;
using static CityGuard.Storage.Tests.Reading.Story;

namespace CityGuard.Storage.Tests.Reading;

/// <summary>Each invariant, by a journal whose chains are whole and whose history is wrong in one place.</summary>
public sealed class InvariantTests : IDisposable
{
    private static readonly Dictionary<string, (Action<Story> Damage, string Expected)> Damages = new()
    {
        ["mode earlier than the one before"] = (s => s.District.Add(new ModeSet(DispatchMode.Manual, "late", "chief", At(3))), "d-440104 version 3: a mode that is not later than the one before it"),
        ["mode for no reason"] = (s => s.District.Add(new ModeSet(DispatchMode.Manual, "", "chief", At(4))), "d-440104 version 3: a mode that nobody set, or for no reason"),
        ["mode set twice by a command"] = (s => s.District.Add(new ModeSet(DispatchMode.Manual, "drill", "chief", At(4), "drill-1")), "d-440104 version 3: command drill-1 carried out twice"),
        ["epoch skipped"] = (s => Replace(s.Responders[Patrol], 2, new Released(ClosedOne, Second, 3, At(32))), "p-C-0001 version 2: epoch 3 after 1"),
        ["epoch kept"] = (s => Replace(s.Responders[Unit], 2, new InService("crew", 1, At(15))), "u-A-00001 version 2: epoch 1 after 1"),
        ["assigned while held"] = (s => s.Responders[Patrol].Add(new Assigned(OpenOne, Second, 4, At(70))), "p-C-0001 version 4: assigned to i-oooooooooooooooooooooo o-2 while held by i-oooooooooooooooooooooo o-1"),
        ["assigned while out of service"] = (s => s.Responders[Unit].RemoveAt(1), "u-A-00001 version 4: assigned to i-oooooooooooooooooooooo o-2 while out of service"),
        ["released by another"] = (s => Replace(s.Responders[Patrol], 2, new Released(OpenOne, Second, 2, At(32))), "p-C-0001 version 2: released by i-oooooooooooooooooooooo o-2, its holder is i-cccccccccccccccccccccc o-2"),
        ["released when free"] = (s => s.Responders[Unit].Add(new Released(OpenOne, Second, 5, At(70))), "u-A-00001 version 7: released by i-oooooooooooooooooooooo o-2, its holder is nobody"),
        ["diverted from another"] = (s => s.Responders[Patrol].Add(new Diverted(ClosedOne, NewOne, First, 4, At(70))), "p-C-0001 version 4: diverted from i-cccccccccccccccccccccc, its holder is i-oooooooooooooooooooooo o-1"),
        ["taken from another"] = (s => s.Responders[Patrol].Add(new ForceReleased(ClosedOne, Second, "operator", "why", 4, At(70))), "p-C-0001 version 4: taken from i-cccccccccccccccccccccc o-2, its holder is i-oooooooooooooooooooooo o-1"),
        ["taken by nobody"] = (s => s.Responders[Patrol].Add(new ForceReleased(OpenOne, First, " ", "why", 4, At(70))), "p-C-0001 version 4: taken from its holder by nobody"),
        ["out of service while held"] = (s => s.Responders[Patrol].Add(new OutOfService("crew", 4, At(70))), "p-C-0001 version 4: went out of service while held by i-oooooooooooooooooooooo o-1"),
        ["in service twice"] = (s => s.Responders[Unit].Insert(2, new InService("crew", 3, At(15))), "u-A-00001 version 3: came into service twice"),
        ["opened twice"] = (s => s.Incidents[NewOne].Add(Opened("3", 95)), "i-nnnnnnnnnnnnnnnnnnnnnn version 4: opened twice"),
        ["not opened first"] = (s => s.Incidents[NewOne].RemoveAt(0), "i-nnnnnnnnnnnnnnnnnnnnnn version 1: ClockSet before it was opened"),
        ["something after closed"] = (s => s.Incidents[ClosedOne].Add(new ReferredToDesk("plan", null, At(70))), "i-cccccccccccccccccccccc version 10: ReferredToDesk after it was closed"),
        ["closed twice"] = (s => s.Incidents[ClosedOne].Add(new Closed(At(70))), "i-cccccccccccccccccccccc version 10: closed without closing"),
        ["closed without closing"] = (s => s.Incidents[NewOne].Add(new Closed(At(95))), "i-nnnnnnnnnnnnnnnnnnnnnn version 4: closed without closing"),
        ["asked for while closing"] = (s => s.Incidents[ClosedOne].Insert(8, Requested(OperationId.Parse("o-3"), Unit, 0, 32)), "i-cccccccccccccccccccccc version 9: o-3 asked for while closing"),
        ["closed with a request pending"] = (s => s.Incidents[ClosedOne].RemoveAt(2), "i-cccccccccccccccccccccc version 8: closed while o-1 was Requested"),
        ["asked for twice"] = (s => s.Incidents[OpenOne].Insert(2, Requested(First, Patrol, 2, 41)), "i-oooooooooooooooooooooo version 3: o-1 asked for twice"),
        ["two outcomes"] = (s => s.Incidents[ClosedOne].Insert(5, new AssignmentRefused(Second, 1, "late", At(14))), "i-cccccccccccccccccccccc version 6: o-2 refused when it was Granted"),
        ["granted, never asked for"] = (s => s.Incidents[NewOne].Add(new AssignmentGranted(First, 5, At(95))), "i-nnnnnnnnnnnnnnnnnnnnnn version 4: o-1 granted, which was never asked for"),
        ["granted at an epoch that was not asked for"] = (s => Replace(s.Incidents[OpenOne], 2, Requested(First, Patrol, 1, 41)), "i-oooooooooooooooooooooo version 3: o-1 granted at epoch 3, asked for at 1"),
        ["released at another epoch"] = (s => Replace(s.Incidents[OpenOne], 9, new AssignmentReleased(Second, 2, At(54))), "i-oooooooooooooooooooooo version 9: o-2 at epoch 2, granted at 3"),
        ["step of a released one"] = (s => s.Incidents[OpenOne].Add(Step(Second, 3, AssignmentProgress.Accepted, 70)), "i-oooooooooooooooooooooo version 10: o-2 Accepted when it was Released"),
        ["step backwards"] = (s => s.Incidents[OpenOne].Add(Step(First, 3, AssignmentProgress.EnRoute, 70)), "i-oooooooooooooooooooooo version 10: o-1 EnRoute after OnScene"),
        ["step out of time"] = (s => s.Incidents[OpenOne].Add(new ProgressRecorded(First, 3, AssignmentProgress.Controlled, At(45), At(70))), "version 10: o-1 Controlled at 2026-11-01T08:00:45"),
        ["stamps backwards"] = (s => Replace(s.Incidents[NewOne], 3, new ClockFired("retry-1", At(59))), "i-nnnnnnnnnnnnnnnnnnnnnn version 3: recorded at 2026-11-01T08:00:59"),
        ["clock fired twice"] = (s => s.Incidents[NewOne].Add(new ClockFired("retry-1", At(95))), "i-nnnnnnnnnnnnnnnnnnnnnn version 4: clock retry-1 fired, which was not running"),
        ["clock set twice"] = (s => s.Incidents[NewOne].Insert(2, new ClockSet("retry-1", At(90), At(61))), "i-nnnnnnnnnnnnnnnnnnnnnn version 3: clock retry-1 set twice"),
        ["a second post"] = (s => s.Incidents[NewOne].AddRange([Post(95), Post(96)]), "i-nnnnnnnnnnnnnnnnnnnnnn version 5: a second command post was opened"),
        ["a log without a post"] = (s => s.Incidents[NewOne].Add(new PostNoted(CentreDesk.Intelligence, "v", "li", At(95))), "i-nnnnnnnnnnnnnnnnnnnnnn version 4: PostNoted without a command post"),
        ["an item lapsed after it was done"] = (
            s => s.Incidents[NewOne].AddRange([Post(95), new ChecklistDone("cordon", "li", At(96)), new ChecklistLapsed("cordon", CentreDesk.EmergencyCommand, At(97), At(98))]),
            "i-nnnnnnnnnnnnnnnnnnnnnn version 6: item cordon lapsed twice, before it was due, or after it was done"),
        ["closed while its post stood"] = (s => s.Incidents[ClosedOne].Insert(7, Post(31)), "i-cccccccccccccccccccccc version 10: closed while its command post stood"),
        ["granted, unknown to the responder"] = (s => s.Responders[Patrol].RemoveAt(2), "i-oooooooooooooooooooooo version 2: o-1 was granted p-C-0001 at epoch 3, of which that responder's stream knows nothing"),
        ["granted at another epoch"] = (s => Replace(s.Incidents[OpenOne], 3, new AssignmentGranted(First, 4, At(42))), "p-C-0001 version 3: assigned to i-oooooooooooooooooooooo o-1 at epoch 3, which was granted at 4"),
        ["assigned, never asked for"] = (s => s.Responders[Unit].Add(new Assigned(NewOne, First, 5, At(70))), "u-A-00001 version 7: assigned to i-nnnnnnnnnnnnnnnnnnnnnn o-1, which never asked for it"),
        ["assigned twice"] = (s => s.Responders[Unit].Add(new Assigned(OpenOne, Second, 5, At(70))), "u-A-00001 version 7: assigned to i-oooooooooooooooooooooo o-2 a second time"),
        ["diverted to one that is not graver"] = (s => { s.Incidents[NewOne].Add(Requested(First, Patrol, 3, 95) with { From = OpenOne }); s.Responders[Patrol].Add(new Diverted(OpenOne, NewOne, First, 4, At(96))); }, "p-C-0001 version 4: diverted from i-oooooooooooooooooooooo (Medium) to i-nnnnnnnnnnnnnnnnnnnnnn (Medium), which is not graver"),
        ["diverted without being asked for that"] = (s => { s.Incidents[NewOne].Add(Requested(First, Patrol, 3, 95)); s.Responders[Patrol].Add(new Diverted(OpenOne, NewOne, First, 4, At(96))); }, "which asked for that of nobody"),
        ["lost, unknown to the responder"] = (s => s.Incidents[OpenOne].Add(new AssignmentLost(First, null, 4, "chief", "why", false, At(70))), "i-oooooooooooooooooooooo: o-1 was lost at epoch 4 to nobody, of which the stream of p-C-0001 knows nothing"),
        ["lost at another epoch"] = (s => s.Incidents[OpenOne].Add(new AssignmentLost(First, null, 7, "chief", "why", false, At(70))), "i-oooooooooooooooooooooo version 10: o-1 lost at epoch 7, granted at 3"),
        ["said to know of a loss that it counts on"] = (s => s.Responders[Patrol].AddRange([new ForceReleased(OpenOne, First, "chief", "why", 4, At(70)), new LossHeard(OpenOne, First, At(71))]), "p-C-0001 version 4: i-oooooooooooooooooooooo is said to know that it lost o-1, and counts on it"),
        ["heard of a loss that was not owed"] = (s => s.Responders[Patrol].Add(new LossHeard(OpenOne, First, At(71))), "p-C-0001 version 4: i-oooooooooooooooooooooo o-1 heard of a loss that was not owed"),
        ["reopened when open"] = (s => s.Incidents[NewOne].Add(new Reopened("chief", "why", true, At(95))), "i-nnnnnnnnnnnnnnnnnnnnnn version 4: reopened when it was not closed"),
        ["a clock of the round before"] = (s => { s.Incidents[ClosedOne].Insert(7, new ClockSet("retry-1", At(60), At(30))); s.Incidents[ClosedOne].AddRange([new Reopened("chief", "why", true, At(61)), new ClockFired("retry-1", At(62))]); }, "i-cccccccccccccccccccccc version 12: clock retry-1 fired, which was not running"),
        ["held by a closed incident"] = (s => s.Responders[Patrol].RemoveRange(1, 2), "p-C-0001 version 1: still held by i-cccccccccccccccccccccc o-2, which is Released: a leak"),
    };

    private static PostOpened Post(int at) => new("li", "several hurt", [], At(at));

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Damages.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_history_is_named(string name)
    {
        var story = new Story();
        Damages[name].Damage(story);
        await Forge.Write(_folder.Data, story);
        Verify(VerifyOptions.Plain).ShouldContain(line => line.Contains(Damages[name].Expected));
    }

    [Fact]
    public async Task An_event_of_an_unknown_kind_is_named()
    {
        await Forge.Write(_folder.Data, new Story());
        await using (var journal = CityGuard.Storage.Embedded.SqliteJournal.Open(_folder.Data))
        {
            await journal.Append(NewOne.Value, 3, [Entries.One("future", """{"kind":"Teleported","v":1}""")], new("s-440104-01"), TestContext.Current.CancellationToken);
            await journal.Append(Unit.Value, 6, [Entries.One("torn", "not json")], new(null), TestContext.Current.CancellationToken);
        }

        var violations = Verify(VerifyOptions.Plain);
        violations.ShouldContain($"{NewOne} version 4: an event of a kind or version that this program does not know");
        violations.ShouldContain(line => line.StartsWith($"{Unit} version 7: no event can be read from it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("z-9", "z-9: a stream of a family that this program does not know")]
    [InlineData("d-440105", "d-440105 version 1: an event of a kind or version that this program does not know")]
    [InlineData("city", "city version 2: an event of a kind or version that this program does not know")]
    public async Task A_stream_that_nobody_knows_and_a_kind_that_no_family_has_are_named(string stream, string expected)
    {
        await Forge.Write(_folder.Data, new Story());
        await using (var journal = CityGuard.Storage.Embedded.SqliteJournal.Open(_folder.Data))
            await journal.Append(stream, stream == "city" ? 1 : 0, [Entries.One("stray", """{"kind":"Teleported","v":1}""")], new(null), TestContext.Current.CancellationToken);
        Verify(VerifyOptions.Plain).ShouldContain(expected);
    }

    [Fact]
    public async Task A_journal_that_is_bound_to_no_city_is_named()
    {
        await Forge.Write(_folder.Data, new Story());
        Forge.Damage(_folder.Data, "DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = 'city')");
        Verify(VerifyOptions.Plain).ShouldContain("city version 1: the journal is not bound to a city");
    }

    [Fact]
    public async Task What_is_under_way_is_a_violation_only_after_quiescence()
    {
        var story = new Story();
        story.Incidents[NewOne].Add(Requested(First, Unit, 4, 95));
        story.Incidents[OpenOne].Add(new AssignmentRecalled(First, "dispatcher", "enough", At(95)));
        story.Incidents[ClosedOne].RemoveAt(8);
        await Forge.Write(_folder.Data, story);
        Verify(VerifyOptions.Plain).ShouldBeEmpty();
        Verify(VerifyOptions.Plain with { Quiescent = true }).ShouldBe(
        [
            $"{ClosedOne} version 4: {Second} counts on {Patrol}, which it does not hold",
            $"{NewOne} version 4: {First} is still Requested",
            $"{OpenOne} version 2: {First} is still Recalled",
            $"{ClosedOne} version 8: still closing",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_right_history_that_came_to_rest_is_quiescent()
    {
        await Forge.Write(_folder.Data, new Story());
        Verify(VerifyOptions.Plain with { Quiescent = true }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Opened i-oooooooooooooooooooooo 1 test/2", true)]
    [InlineData("Opened i-oooooooooooooooooooooo - -", true)]
    [InlineData("Opened i-oooooooooooooooooooooo", true)]
    [InlineData("Opened i-oooooooooooooooooooooo 2 test/2", false)]
    [InlineData("Opened i-oooooooooooooooooooooo 1 test/3", false)]
    [InlineData("AssignmentGranted i-oooooooooooooooooooooo 3 o-1", true)]
    [InlineData("AssignmentGranted i-oooooooooooooooooooooo - o-3", false)]
    [InlineData("ProgressRecorded i-oooooooooooooooooooooo - o-1/onScene", true)]
    [InlineData("ProgressRecorded i-oooooooooooooooooooooo - o-1/cleared", false)]
    [InlineData("Closed i-cccccccccccccccccccccc - -", true)]
    [InlineData("Closed i-oooooooooooooooooooooo - -", false)]
    [InlineData("SignedIn u-A-00001 - -", true)]
    [InlineData("CheckRenewed u-A-00001 4 equipment", true)]
    [InlineData("CheckRenewed u-A-00001 4 radio", false)]
    [InlineData("Assigned p-C-0001 3 i-oooooooooooooooooooooo/o-1", true)]
    [InlineData("Opened i-xxxxxxxxxxxxxxxxxxxxxx 1 test/9", false)]
    [InlineData("AutomaticSet d-440104 1 drill-1", true)]
    [InlineData("AutomaticSet d-440104 2 drill-1", false)]
    [InlineData("ModeSet d-440104 2 storm-1", true)]
    [InlineData("ModeSet d-440104 2 storm-2", false)]
    [InlineData("CityBound city 1 aaaa", true)]
    public async Task Every_acknowledged_fact_must_be_there(string line, bool there)
    {
        await Forge.Write(_folder.Data, new Story());
        var file = Path.Combine(_folder.Data.Path, "acked");
        await File.WriteAllTextAsync(file, $"Opened {NewOne} 1 test/3\n\n{line}\n", TestContext.Current.CancellationToken);
        var options = VerifyOptions.Plain with { Acked = VerifyOptions.ReadAcked(file) };
        var report = JournalVerifier.Run(_folder.Data, options, cancel: TestContext.Current.CancellationToken);
        report.Acked.ShouldBe(2);
        report.IsWhole.ShouldBe(there);
        if (!there)
            report.Violations.ShouldHaveSingleItem().ShouldContain("acknowledged and not there");
    }

    [Theory]
    [InlineData("Opened")]
    [InlineData("Opened i-oooooooooooooooooooooo one")]
    public void A_line_that_is_no_fact_is_refused(string line) => Should.Throw<FormatException>(() => AckedFact.Parse(line)).Message.ShouldContain(line);

    private IReadOnlyList<string> Verify(VerifyOptions options) => JournalVerifier.Run(_folder.Data, options).Violations;
}

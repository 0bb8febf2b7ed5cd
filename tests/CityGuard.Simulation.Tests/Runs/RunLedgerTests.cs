using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Tests.Engine;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Runs;

/// <summary>Blocks of replications, played anywhere, of any size and in any order, make the answer that one process makes.</summary>
public sealed class RunLedgerTests
{
    private static readonly Scenario Week = new("week", PlayedCity.Sample.City.Manifest.Hash) { Time = new ScenarioTime(Days: 0.5, WarmUpHours: 2), Edits = [new DemandEdit(5)] };
    private static readonly IReadOnlyList<PreparedScenario> Both = PreparedScenario.MakeAll(PlayedCity.Sample, [Week, Week with { Name = "fewer", Edits = [.. Week.Edits, new RemoveEdit(["p-C-0001", "p-C-0002", "p-C-0003"])] }]);

    [Fact]
    public void Blocks_in_any_order_and_carried_as_bytes_make_the_same_answer()
    {
        var options = new RunOptions(12, Seed: 7);
        var wanted = Text(ScenarioRun.Play(Both, options, cancel: TestContext.Current.CancellationToken), options);
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 12).ToArray()), Gen.Int[1, 5]).Sample((order, size) =>
        {
            var ledger = new RunLedger(Both, options);
            foreach (var first in order.Where(first => first % size == 0))
                ledger.Enter(Carried(options, first, Math.Min(size, 12 - first)));
            ledger.IsDone.ShouldBeTrue();
            Text(ledger.Finish(), options).ShouldBe(wanted);
        }, iter: 6, threads: 1);
    }

    [Fact]
    public void Stopping_in_the_middle_of_a_block_owes_its_beginning_and_makes_the_same_answer()
    {
        var options = new RunOptions(60, Seed: 7, HalfWidth: 0.05, LeastReplications: 4);
        var alone = ScenarioRun.Play(Both, options, cancel: TestContext.Current.CancellationToken);
        var enough = alone[0].Outcomes.Count;
        enough.ShouldBeInRange(5, 59);
        var size = Enumerable.Range(2, 8).First(size => enough % size != 0);
        var ledger = new RunLedger(Both, options);
        for (var first = 0; !ledger.IsDone; first += size)
            ledger.Enter(Carried(options, first, size));
        ledger.Counted.ShouldBe(enough);
        var owed = ledger.Owed.ShouldNotBeNull();
        owed.ShouldBe((enough / size * size, enough % size));
        Should.Throw<InvalidOperationException>(() => ledger.Finish());
        ledger.Enter(Carried(options, owed.First, owed.Count)).ShouldBeTrue();
        Text(ledger.Finish(), options).ShouldBe(Text(alone, options));
    }

    [Fact]
    public void A_block_that_comes_twice_counts_once()
    {
        var options = new RunOptions(4);
        var ledger = new RunLedger(Both, options);
        ledger.Enter(Carried(options, 2, 2)).ShouldBeFalse("the first two are missing");
        ledger.Enter(Carried(options, 0, 2)).ShouldBeTrue();
        ledger.Enter(Carried(options, 0, 2)).ShouldBeFalse();
        ledger.Counted.ShouldBe(4);
        ledger.Finish()[0].Sum.Replications.ShouldBe(4);
    }

    [Fact]
    public void Bytes_of_another_run_are_refused()
        => Should.Throw<FormatException>(() => RunBlock.Read([1, 2, 3], Both));

    private static RunBlock Carried(RunOptions options, int first, int count)
        => RunBlock.Read(new BlockPlayer(Both).Play(options.Seed, first, count, TestContext.Current.CancellationToken).ToBytes(), Both);

    private static string Text(IReadOnlyList<PlayedScenario> played, RunOptions options) => AnswerFiles.ToJson(AnswerMaker.Make(PlayedCity.Sample.City, played, options));
}

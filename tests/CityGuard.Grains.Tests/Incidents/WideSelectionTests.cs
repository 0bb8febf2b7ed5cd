using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Sectors;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>The choice over several boards is the choice that one board would make that knew everybody.</summary>
public sealed class WideSelectionTests
{
    private static readonly CandidateFlags[] Flags = [CandidateFlags.Fit, CandidateFlags.Fit, CandidateFlags.InService, CandidateFlags.Fit | CandidateFlags.Excluded];
    private static readonly Gen<Candidate> Anybody = Gen.Select(
        Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 300],
        (kind, flags, ds) => new Candidate(0, (byte)kind, Flags[flags], 0, ds == 300 ? Travel.Beyond : (ushort)ds, 1));

    [Fact]
    public void Whoever_stands_where_the_same_are_chosen_and_counted()
        => Gen.Select(Gen.Select(Anybody, Gen.Int[0, 4]).Array[1, 200], Gen.Int[1, 6]).Sample((people, count) =>
        {
            var all = people.Select((who, i) => who.Item1 with { Responder = i }).ToArray();
            var query = new SelectionQuery(0, -1, new Requirement(1, 0, (byte)count, Travel.Beyond), []);
            Selection Of(IEnumerable<Candidate> known) => BoardDispatch.Decide(query, [.. known], new ModeWord(DispatchMode.Automatic), "rules");
            var boards = Enumerable.Range(0, 5).Select(board => Of(all.Where(who => people[who.Responder].Item2 == board))).ToArray();

            var wide = WideSelection.Of(query, boards[0], [.. boards.Skip(1).Select(board => new SectorOffer(board.Nearest, board.Counts))]);

            var one = Of(all);
            wide.Chosen.ShouldBe(one.Chosen);
            wide.Counts.ShouldBe(one.Counts);
            wide.Nearest.Take(BoardDispatch.NearestKept).Count(near => near.Verdict == Verdict.Chosen).ShouldBe(one.Chosen.Length);
        });

    [Fact]
    public void Whom_two_boards_tell_of_is_considered_once_by_the_newer_word()
    {
        var query = new SelectionQuery(0, -1, new Requirement(1, 0, 2, Travel.Beyond), []);
        var old = BoardDispatch.Decide(query, [new Candidate(7, 0, CandidateFlags.Fit, 0, 100, 4)], new ModeWord(DispatchMode.Automatic), "rules");
        var now = BoardDispatch.Decide(query, [new Candidate(7, 0, CandidateFlags.InService, 0, 90, 5)], new ModeWord(DispatchMode.Automatic), "rules");
        WideSelection.Of(query, old, [new SectorOffer(now.Nearest, now.Counts)]).ShouldSatisfyAllConditions(s => s.Chosen.ShouldBeEmpty(), s => s.Nearest.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Busy));
    }
}

using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Sectors;

/// <summary>What a sector answers to an incident of another one.</summary>
internal sealed partial class SectorGrain
{
    public async Task<SectorOffer?> Offer(SelectionQuery query, int sector)
    {
        if (_board.Certainty == Certainty.Rebuilding)
            return null;
        var far = Considered(null).Any(c => c.Deciseconds == Travel.Beyond && DispatchPolicy.Judge(query.Requirement, c) == Verdict.TooFar) ? await services.Far.Whole(query.Cell) : null;
        // The board moved on during the search: everyone is considered as he is now.
        var selection = BoardDispatch.Decide(query, [.. Considered(far)], Word, RulesVersion);
        return new SectorOffer(selection.Nearest, selection.Counts);

        IEnumerable<Candidate> Considered(ushort[]? times)
            => BoardDispatch.Candidates(_board, query, Now, times is null ? null : _board.Known.ToDictionary(known => known.Responder, known => times[known.Beacon.Cell])).Where(Offered);

        // Each who moves stands in one sector, so no two boards offer him; whom the incident's own board knows, that one considers.
        bool Offered(Candidate candidate) => _board.TryKnown(candidate.Responder, out var known) && !services.Index.Responders.PremisesOnly[candidate.Responder]
            && _board.Map.TryLocalCell(known.Beacon.Cell, out _) && !services.Index.Travel.Now.Table.Sectors(known.Beacon.Cell).Contains((ushort)sector);
    }
}

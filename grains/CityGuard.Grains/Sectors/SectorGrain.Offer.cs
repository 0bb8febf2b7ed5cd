using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Sectors;

/// <summary>What a sector answers to an incident of another one, and how it times those who stand beyond the travel table.</summary>
internal sealed partial class SectorGrain
{
    public async Task<SectorOffer?> Offer(SelectionQuery query, int sector)
    {
        if (_board.Certainty == Certainty.Rebuilding)
            return null;
        var far = await Far(query, Offered);
        // The board moved on during the search: everyone is considered as he is now.
        var selection = BoardDispatch.Decide(query, [.. BoardDispatch.Candidates(_board, query, Now, far).Where(Offered)], Word, services.Index.City.Manifest.Hash);
        return new SectorOffer(selection.Nearest, selection.Counts);

        // Each who moves stands in one sector, so no two boards offer him; whom the incident's own board knows, that one considers.
        bool Offered(Candidate candidate) => _board.TryKnown(candidate.Responder, out var known) && !services.Index.Responders.PremisesOnly[candidate.Responder]
            && _board.Map.TryLocalCell(known.Beacon.Cell, out _) && !services.Index.City.Travel.Sectors(known.Beacon.Cell).Contains((ushort)sector);
    }

    /// <summary>
    /// Travel times of those who could be sent but stand beyond the travel table, as many as matter for the choice; null when there is
    /// nobody like that. Who is left out comes later than all who are wanted, whatever his turnout.
    /// </summary>
    private async Task<IReadOnlyDictionary<int, ushort>?> Far(SelectionQuery query, Func<Candidate, bool> asked)
    {
        var beyond = BoardDispatch.Candidates(_board, query, Now)
            .Where(c => c.Deciseconds == Travel.Beyond && DispatchPolicy.Judge(query.Requirement, c) == Verdict.TooFar && _board.TryKnown(c.Responder, out _) && asked(c))
            .Select(c => (c.Responder, Cell: CellOf(c.Responder), Turnout: (int)services.Index.Responders.Turnout[c.Responder])).ToArray();
        if (beyond.Length == 0)
            return null;
        var margin = beyond.Max(b => b.Turnout) - beyond.Min(b => b.Turnout);
        var times = await services.Far.Nearest([.. beyond.Select(b => b.Cell).Distinct()], query.Cell, query.Requirement.Count, margin);
        return beyond.Where(b => times.ContainsKey(b.Cell)).ToDictionary(b => b.Responder, b => times[b.Cell]);

        int CellOf(int responder) => _board.TryKnown(responder, out var known) ? known.Beacon.Cell : -1;
    }
}

using CityGuard.Domain.Dispatch;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>One choice over what several boards saw. Each tells its nearest and those it would choose alone, so the best of all are among them.</summary>
internal static class WideSelection
{
    public static Selection Of(SelectionQuery query, Selection own, IReadOnlyCollection<SectorOffer> offers)
    {
        // Of one whom two boards tell of, since he drove from one to the other meanwhile, the later epoch is the newer word.
        Candidate[] seen =
        [
            .. own.Nearest.Concat(offers.SelectMany(offer => offer.Nearest)).Select(near => near.Candidate)
                .GroupBy(candidate => candidate.Responder).Select(told => told.MaxBy(candidate => candidate.Epoch)),
        ];
        var together = BoardDispatch.Decide(query, seen, own.Word, own.RulesVersion);
        var counts = new int[own.Counts.Length];
        foreach (var board in offers.Select(offer => offer.Counts).Prepend(own.Counts))
            for (var verdict = 0; verdict < counts.Length; verdict++)
                counts[verdict] += board[verdict];
        // Chosen by its own board is, of all, at first only one that fits.
        counts[(int)Verdict.Later] += counts[(int)Verdict.Chosen] - together.Chosen.Length;
        counts[(int)Verdict.Chosen] = together.Chosen.Length;
        return together with { Counts = counts };
    }
}

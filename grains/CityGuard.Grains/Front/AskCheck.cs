using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Readiness;

namespace CityGuard.Grains.Front;

/// <summary>What a request for aid must be, and who can be lent by it.</summary>
internal static class AskCheck
{
    private const int Purpose = 500;

    public static Refusal? Check(CityIndex index, int borrower, AidCommand? asked)
    {
        if (asked is null)
            return new Refusal(RefusalCode.Malformed, "a request is missing");
        if (ReportCheck.Text(asked.Purpose, 1, Purpose, "purpose") is { } text)
            return text;
        if (asked.Count is < 1 or > ReadinessPrices.Most)
            return new Refusal(RefusalCode.Malformed, $"count is 1 to {ReadinessPrices.Most}");
        if (!index.KindIds.Contains(asked.Kind) || index.City.Rules.Kinds[index.KindIds.IndexOf(asked.Kind)].PremisesOnly)
            return new Refusal(RefusalCode.Unprocessable, $"kind '{Places.Short(asked.Kind ?? "")}' is none that can be lent here");
        if (asked.From.Value is not { } from || !index.City.TryArea(from, out var donor))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(asked.From.Value ?? "")}'");
        return MayAsk(index, donor, borrower)
            ? null
            : new Refusal(RefusalCode.Unprocessable, $"{from} is neither a neighbour of {index.City.Areas[borrower].Id} nor above it: ask the level above");
    }

    /// <summary>Whom an area may ask.</summary>
    public static IEnumerable<AreaId> Donors(CityIndex index, int borrower)
        => Enumerable.Range(0, index.City.Areas.Length).Where(donor => MayAsk(index, donor, borrower)).Select(donor => index.City.Areas[donor].Id);

    /// <summary>Why a responder cannot be lent by this request; null: it can, as far as the city's map says.</summary>
    public static Refusal? CanLend(CityIndex index, AidView asked, ResponderId id)
    {
        if (id.Value is null || !index.City.TryResponder(id.Value, out var responder))
            return new Refusal(RefusalCode.Unknown, $"the city has no responder '{id.Value}'");
        var home = index.City.Cells.Sectors[index.HomeSector(responder)].Area;
        if (index.City.Responders[responder].Kind != asked.Kind)
            return new Refusal(RefusalCode.Unprocessable, $"{id} is no {asked.Kind}, which is asked for");
        if (!Holds(asked.Donor))
            return new Refusal(RefusalCode.Unprocessable, $"{id} is not posted in {asked.Donor}");
        return Holds(asked.Borrower) ? new Refusal(RefusalCode.Unprocessable, $"{id} is posted in {asked.Borrower} already") : null;

        bool Holds(AreaId area) => index.City.TryArea(area.Value, out var at) && IsAbove(index, at, home);
    }

    private static bool MayAsk(CityIndex index, int donor, int borrower) => (donor != borrower && IsAbove(index, donor, borrower)) || IsNeighbour(index, donor, borrower);

    private static bool IsAbove(CityIndex index, int above, int area) => index.Areas.SelfAndAncestors(area).Contains(above);

    private static bool IsNeighbour(CityIndex index, int donor, int borrower)
    {
        var kind = index.City.Areas[donor].Kind;
        if (kind != index.City.Areas[borrower].Kind || donor == borrower)
            return false;
        return kind == AreaKind.District
            || (kind == AreaKind.Sector && index.TrySector(index.City.Areas[borrower].Id.Value, out var to) && index.TrySector(index.City.Areas[donor].Id.Value, out var from)
                && index.Neighbours(to).Contains(from));
    }
}

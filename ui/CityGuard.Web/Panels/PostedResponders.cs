using System.Collections.Frozen;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using CityGuard.Web.Map;

namespace CityGuard.Web.Panels;

/// <summary>Who is posted where, by the city package.</summary>
public sealed class PostedResponders(ICityMapSource source, CityNames names)
{
    private readonly Lazy<FrozenDictionary<CellId, int>> _sectors = new(() =>
    {
        var (cells, posts) = (source.City.Cells, source.City.Responders.Select(r => r.Cell).ToHashSet());
        return Enumerable.Range(0, cells.Ids.Length).Where(i => posts.Contains(cells.Ids[i])).ToFrozenDictionary(i => cells.Ids[i], i => cells.Sector[i]);
    });

    /// <summary>Those of a kind who are posted in one area and not in another, by call sign.</summary>
    public IReadOnlyList<ResponderProfile> Lendable(AreaId donor, AreaId borrower, string kind) =>
    [
        .. source.City.Responders.Where(r => r.Kind == kind && Above(r) is var above && above.Contains(donor) && !above.Contains(borrower)).OrderBy(r => r.CallSign, StringComparer.Ordinal),
    ];

    private HashSet<AreaId> Above(ResponderProfile responder)
        => _sectors.Value.TryGetValue(responder.Cell, out var sector) ? [.. names.PathTo(source.City.Areas[sector].Id.Value).Select(area => area.Id)] : [];
}

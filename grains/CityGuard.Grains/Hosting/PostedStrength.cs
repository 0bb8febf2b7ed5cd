using System.Collections.Immutable;
using CityGuard.Cities;

namespace CityGuard.Grains.Hosting;

/// <summary>How many responders of each kind the city posts in each area of either tree, whoever answers for them.</summary>
internal sealed class PostedStrength
{
    private readonly int[][] _byArea;
    private readonly Dictionary<(int Area, int Sector), int[]> _bySector = [];

    public PostedStrength(CityModel city, AreaTree areas, ImmutableArray<byte> kind, ImmutableArray<int> homeCell)
    {
        _byArea = [.. city.Areas.Select(_ => new int[city.Rules.Kinds.Length])];
        for (var responder = 0; responder < city.Responders.Length; responder++)
            foreach (var area in areas.Above(city.Cells, homeCell[responder]))
            {
                _byArea[area][kind[responder]]++;
                var part = (area, (int)city.Cells.Sector[homeCell[responder]]);
                if (!_bySector.TryGetValue(part, out var posted))
                    _bySector[part] = posted = new int[city.Rules.Kinds.Length];
                posted[kind[responder]]++;
            }
    }

    /// <summary>By kind index.</summary>
    public ImmutableArray<int> In(int area) => [.. _byArea[area]];

    /// <summary>Of one kind, in that part of an area that lies in a sector.</summary>
    public int In(int area, int sector, int kind) => _bySector.TryGetValue((area, sector), out var posted) ? posted[kind] : 0;
}

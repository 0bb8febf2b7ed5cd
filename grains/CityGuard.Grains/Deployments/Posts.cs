using System.Collections.Immutable;
using CityGuard.Cities;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Geography;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Deployments;

/// <summary>Where everybody is posted, by responder index. Immutable.</summary>
internal sealed class Posts
{
    private readonly ImmutableArray<ImmutableArray<int>> _home;

    /// <param name="city">The city.</param>
    /// <param name="areas">Its areas.</param>
    /// <param name="kind">Kind of each responder.</param>
    /// <param name="deployment">Posts that stand elsewhere than in the package.</param>
    public Posts(CityModel city, AreaTree areas, ImmutableArray<byte> kind, DeploymentState deployment)
    {
        Count = deployment.Count;
        Place = [.. city.Responders.Select(r => deployment.Moved.TryGetValue(r.Id, out var moved) ? moved : r.Post)];
        HomeCell = [.. city.Responders.Select((r, i) => deployment.Moved.ContainsKey(r.Id) && city.Locator.TryLocate(Place[i], out var there) ? there
            : city.TryCell(r.Cell.Value, out var cell) ? cell : throw new FormatException($"Responder {r.Id} is posted in no known cell."))];
        _home = city.Cells.BySector(HomeCell);
        Strength = new PostedStrength(city, areas, kind, HomeCell);
    }

    /// <summary>How often posts had been moved, see <see cref="DeploymentState.Count"/>.</summary>
    public int Count { get; }

    /// <summary>The post.</summary>
    public ImmutableArray<GeoPoint> Place { get; }

    /// <summary>Cell of the post or premises.</summary>
    public ImmutableArray<int> HomeCell { get; }

    public PostedStrength Strength { get; }

    /// <summary>Responders whose post is in a sector.</summary>
    public ImmutableArray<int> Home(int sector) => _home[sector];
}

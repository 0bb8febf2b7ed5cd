namespace CityGuard.Simulation.Engine;

/// <summary>
/// The lists of near posts of the latest few deployments. They are the larger part of making a scenario ready, and most scenarios that a planner asks
/// leave some deployment as it was: the present above all. Safe from many threads.
/// </summary>
internal sealed class KnownNearPosts
{
    private const int MostKept = 4; // tens of megabytes each, in a large city

    private readonly LinkedList<Known> _known = new();
    private readonly Lock _gate = new();

    /// <summary>The lists of a deployment; worked out when they are not known.</summary>
    public NearPosts[] Of(TravelLookup travel, Post[] posts, IReadOnlyList<int[]> roles)
    {
        Known known;
        lock (_gate)
        {
            known = _known.FirstOrDefault(one => one.IsOf(travel, posts, roles)) ?? new Known(travel, posts, roles);
            _known.Remove(known);
            _known.AddFirst(known);
            if (_known.Count > MostKept)
                _known.RemoveLast();
        }

        return known.Lists.Value;
    }

    private sealed class Known(TravelLookup travel, Post[] posts, IReadOnlyList<int[]> roles)
    {
        public Lazy<NearPosts[]> Lists { get; } = new(() => NearPosts.Make(travel, posts, roles));

        public bool IsOf(TravelLookup other, Post[] otherPosts, IReadOnlyList<int[]> otherRoles)
            => ReferenceEquals(travel, other) && posts.AsSpan().SequenceEqual(otherPosts) && roles.Count == otherRoles.Count
                && Enumerable.Range(0, roles.Count).All(role => roles[role].AsSpan().SequenceEqual(otherRoles[role]));
    }
}

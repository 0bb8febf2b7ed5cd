using System.Collections.Frozen;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Osm;

/// <summary>Is shown what a file of OpenStreetMap holds, in the order of the file.</summary>
internal abstract class OsmVisitor
{
    protected static readonly IReadOnlyDictionary<string, string> NoTags = FrozenDictionary<string, string>.Empty;

    /// <summary>What this visitor does not want is not even decoded where the format allows it.</summary>
    public virtual bool WantsNodes => false;

    /// <inheritdoc cref="WantsNodes"/>
    public virtual bool WantsWays => false;

    public virtual void Node(long id, GeoPoint place, IReadOnlyDictionary<string, string> tags)
    {
    }

    public virtual void Way(long id, IReadOnlyList<long> nodes, IReadOnlyDictionary<string, string> tags)
    {
    }

    public virtual void Relation(long id, IReadOnlyList<OsmMember> members, IReadOnlyDictionary<string, string> tags)
    {
    }
}

internal enum OsmKind
{
    Node,
    Way,
    Relation,
}

/// <summary>A member of a relation.</summary>
internal readonly record struct OsmMember(OsmKind Kind, long Id, string Role);

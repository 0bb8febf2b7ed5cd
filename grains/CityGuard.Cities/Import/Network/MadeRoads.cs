using System.Collections.Immutable;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Import.Network;

/// <summary>A network made from a file.</summary>
/// <param name="Graph">The network.</param>
/// <param name="Streets">Names that its arcs refer to.</param>
/// <param name="Report">What became of the file's roads.</param>
internal sealed record MadeRoads(RoadGraph Graph, ImmutableArray<string> Streets, RoadReport Report);

/// <summary>One directed stretch while the network is made.</summary>
internal readonly record struct Stretch(int From, int To, double Metres, double Milliseconds, RoadClass Class, int Street, long Way);

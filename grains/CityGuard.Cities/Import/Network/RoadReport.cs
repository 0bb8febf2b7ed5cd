namespace CityGuard.Cities.Import.Network;

/// <summary>What became of the roads of a file.</summary>
/// <param name="Ways">Ways used.</param>
/// <param name="WaysLeftOut">Ways that the profile does not use.</param>
/// <param name="WaysCut">Ways of which the file holds a part only.</param>
/// <param name="Nodes">Nodes kept.</param>
/// <param name="Arcs">Arcs kept.</param>
/// <param name="KilometresKept">Length of the arcs kept.</param>
/// <param name="KilometresLost">Length of those in parts from which one cannot come to the rest and back.</param>
/// <param name="PartsLost">Number of such parts.</param>
/// <param name="TurnBans">Turn bans built in.</param>
/// <param name="TurnBansIgnored">Turn bans that the profile need not obey.</param>
/// <param name="TurnBansUnclear">Turn bans that do not fit the ways they name.</param>
/// <param name="LimitsAssumed">Ways whose speed limit was assumed by class and country.</param>
internal sealed record RoadReport(
    int Ways, int WaysLeftOut, int WaysCut, int Nodes, int Arcs, double KilometresKept, double KilometresLost, int PartsLost, int TurnBans, int TurnBansIgnored, int TurnBansUnclear, int LimitsAssumed);

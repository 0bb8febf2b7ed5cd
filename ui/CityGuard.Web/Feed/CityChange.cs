namespace CityGuard.Web.Feed;

/// <summary>What one frame says.</summary>
/// <param name="Seq">Number of the frame, counting up by one for all viewers.</param>
/// <param name="SilentRelays">Relays that we hear nothing from.</param>
internal readonly record struct CityChange(
    uint Seq,
    bool Snapshot,
    DateTimeOffset At,
    int SilentRelays,
    List<PositionMark> Positions,
    List<LevelMark> Cells,
    List<LevelMark> Targets,
    List<IncidentMark> Incidents);

/// <summary>A responder: place in millionths of a degree, from when it does not count any more in Unix seconds, status (<see cref="Unknown"/>: its relay is silent).</summary>
internal readonly record struct PositionMark(int Responder, int Longitude, int Latitude, uint UntilSeconds, byte Status)
{
    public const byte Unknown = 255;
}

/// <summary>Level of a cell or target.</summary>
internal readonly record struct LevelMark(int Index, byte Level);

/// <summary>An incident on the map.</summary>
internal readonly record struct IncidentMark(string Id, double Lon, double Lat, string Type, byte Severity, bool Open, long At);

using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Tests.Sectors;

/// <summary>A board without an actor, a clock to push, and responders to move by hand.</summary>
internal sealed class BoardStage
{
    private long _seq;

    public BoardStage(int sector, Certainty certainty = Certainty.Whole, DateTimeOffset? now = null)
    {
        Now = now ?? TestCity.MondayMorning;
        Board = new ReadinessBoard(new SectorMap(TestCity.Index, sector));
        Board.Become(certainty);
    }

    public ReadinessBoard Board { get; }

    public DateTimeOffset Now { get; set; }

    /// <summary>A beacon of a free, fresh and ready responder, newer than all before it.</summary>
    public Beacon Beacon(int responder, int? cell = null) => new(
        responder, 1, 1, ++_seq, cell ?? TestCity.Index.HomeCell(responder), ResponderStatus.Available, null, Now, Now.AddHours(1), 0, Now.AddHours(1));

    public BoardStage Hear(int responder, int? cell = null) => Hear(Beacon(responder, cell));

    public BoardStage Hear(Beacon beacon)
    {
        Board.Hear(beacon, Now);
        return this;
    }

    /// <summary>Everybody at home anywhere is heard at his post.</summary>
    public BoardStage HearAll()
    {
        for (var r = 0; r < TestCity.City.Responders.Length; r++)
            if (!TestCity.Index.Responders.PremisesOnly[r] || TestCity.Index.HomeSector(r) == Board.Map.Sector)
                Hear(r);
        return this;
    }

    public IReadOnlyList<PlaceChange> Flush(TimeSpan later = default)
    {
        Now += later;
        return [.. Board.Flush(Now)];
    }

    public ReadinessLevel Cell(int cell) => Board.Cell(cell - Board.Map.Range.First).Told;

    public PlaceState Target(string id)
        => TestCity.City.TryTarget(id, out var t) && Board.Map.TryLocalTarget(t, out var local) ? Board.Target(local) : throw new ArgumentException(id);

    public static Beacon Busy(Beacon beacon)
        => beacon with { Incident = IncidentId.Parse("i-abcdefghijklmnopqrstuv"), Status = ResponderStatus.EnRoute, Epoch = beacon.Epoch + 1 };
}

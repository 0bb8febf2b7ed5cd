namespace CityGuard.Domain.Dispatch;

/// <summary>How far away somebody is looked for who fits a role. Each takes in those before it.</summary>
public enum Reach : byte
{
    /// <summary>Whoever can come within the outermost limit: the board of the incident's own sector knows them.</summary>
    Ring,

    /// <summary>Also all who stand in the sectors around.</summary>
    Neighbours,

    /// <summary>Also all who stand in the district.</summary>
    District,

    /// <summary>Also all who stand in the city.</summary>
    City,

    /// <summary>A neighbour city is asked too.</summary>
    Partner,
}

namespace CityGuard.Web.Desk;

/// <summary>What an act is about; acts stand on the page in this order.</summary>
public enum ActGroup
{
    /// <summary>Who goes, who comes back.</summary>
    Forces,

    /// <summary>How the matter stands, from the report to its end.</summary>
    Course,

    /// <summary>Who commands.</summary>
    Command,
}

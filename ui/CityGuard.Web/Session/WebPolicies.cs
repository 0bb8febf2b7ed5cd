namespace CityGuard.Web.Session;

/// <summary>Authorization policies that the host defines and the page asks for.</summary>
public static class WebPolicies
{
    /// <summary>May look at the live picture.</summary>
    public const string View = "CanView";
}

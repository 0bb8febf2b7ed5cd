namespace CityGuard.Web.Map;

/// <summary>Gives the page the city it shows. The host makes it from the package that the silos loaded.</summary>
public interface ICityMapSource
{
    /// <summary>The city; the same instance at every call.</summary>
    CityMap City { get; }
}

namespace CityGuard.Web.Session;

/// <summary>Whether the played field moves this city. The host supplies it; people must be able to tell play from duty.</summary>
public interface IFieldState
{
    bool Playing { get; }
}

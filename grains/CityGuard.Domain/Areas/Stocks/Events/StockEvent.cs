using System.Text.Json.Serialization;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Areas.Stocks.Events;

/// <summary>A fact of the stocks of an area, stream <c>k-</c> and the area's id.</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Left">How many are on the shelf after it, 0 or more.</param>
/// <param name="At">When it was recorded.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StockDrawn), nameof(StockDrawn))]
[JsonDerivedType(typeof(StockReturned), nameof(StockReturned))]
[JsonDerivedType(typeof(StockSet), nameof(StockSet))]
public abstract record StockEvent(string Item, int Left, DateTimeOffset At)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>An incident drew from the shelf. What it did not get is recorded too, so that asking again answers the same.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Op">Which draw of the incident.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Asked">How many it wanted, 1 or more.</param>
/// <param name="Count">How many it got, 0 to <paramref name="Asked"/>.</param>
/// <param name="Left">How many are left on the shelf.</param>
/// <param name="At">When.</param>
public sealed record StockDrawn(IncidentId Incident, string Op, string Item, int Asked, int Count, int Left, DateTimeOffset At) : StockEvent(Item, Left, At);

/// <summary>An incident settled a draw: what was not used up is on the shelf again.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Op">Which draw of the incident.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Count">How many came back.</param>
/// <param name="Used">How many did not: used up. Both together are what was drawn.</param>
/// <param name="Left">How many are on the shelf now.</param>
/// <param name="At">When.</param>
public sealed record StockReturned(IncidentId Incident, string Op, string Item, int Count, int Used, int Left, DateTimeOffset At) : StockEvent(Item, Left, At);

/// <summary>A person counted the shelf, or filled it.</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Before">How many the books said.</param>
/// <param name="Left">How many there are.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command.</param>
public sealed record StockSet(string Item, int Before, int Left, string By, string Why, DateTimeOffset At, string Command) : StockEvent(Item, Left, At);

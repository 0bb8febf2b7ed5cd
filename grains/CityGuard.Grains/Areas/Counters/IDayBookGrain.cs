using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Incidents;
using Orleans.Concurrency;

namespace CityGuard.Grains.Areas.Counters;

/// <summary>The calls of one sector and day. Keyed by the book's stream; it lives only while somebody enters or reads.</summary>
[Alias("CityGuard.Grains.IDayBookGrain")]
internal interface IDayBookGrain : IGrainWithStringKey
{
    /// <summary>Enters what is new of what the sector was told. Durable when answered; false: this program cannot write this book.</summary>
    [Alias("Enter")]
    Task<bool> Enter(CallStanding[] told);

    /// <summary>Adds up the day, see <see cref="DayBook.Count"/>.</summary>
    [Alias("Count"), AlwaysInterleave]
    Task<DayCount> Count(DateTimeOffset until);

    /// <summary>Calls of which no closing was told.</summary>
    [Alias("Unclosed"), AlwaysInterleave]
    Task<IncidentId[]> Unclosed();
}

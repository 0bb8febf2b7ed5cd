using CityGuard.Domain.Journal;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CityGuard.Grains.Sectors;

/// <summary>What all boards of a silo share.</summary>
internal sealed record SectorServices(
    CityIndex Index, IJournal Journal, TimeProvider Time, ILiveFeed Feed, FarTravel Far, DistrictOwner Owner, IOptions<DispatchOptions> Dispatch, Closing Closing, DutyShelf Duties, ILogger<SectorGrain> Log,
    IncidentTracer Tracer);

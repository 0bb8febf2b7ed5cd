using System.Collections.Immutable;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Duty;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Responders;

/// <summary>What all responders of a silo share, so that each of the thousands carries one reference.</summary>
internal sealed class ResponderServices(
    CityIndex index, IJournal journal, TimeProvider time, ILiveFeed feed, IPositionStore positions, CityFounding founding, SectorDoors sectors, BeaconPost post, DistrictOwner owner, DutyShelf duties, DeploymentWatch deployments,
    IncidentTracer tracer)
{
    /// <summary>What keeps each kind ready, by kind index.</summary>
    private readonly ImmutableArray<ReadinessTerms> _terms = [.. index.City.Rules.Kinds.Select(index.City.Rules.TermsOf)];

    public CityIndex Index { get; } = index;

    public IJournal Journal { get; } = journal;

    public TimeProvider Time { get; } = time;

    public ILiveFeed Feed { get; } = feed;

    public IPositionStore Positions { get; } = positions;

    public DateTimeOffset Founded { get; } = founding.At;

    public SectorDoors Sectors { get; } = sectors;

    public BeaconPost Post { get; } = post;

    public DistrictOwner Owner { get; } = owner;

    public DutyShelf Duties { get; } = duties;

    public DeploymentWatch Deployments { get; } = deployments;

    public IncidentTracer Tracer { get; } = tracer;

    public ReadinessTerms TermsOf(int responder) => _terms[Index.Responders.Kind[responder]];
}

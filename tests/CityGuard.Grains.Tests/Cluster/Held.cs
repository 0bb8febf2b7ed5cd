using CityGuard.Abstractions.Incidents;

namespace CityGuard.Grains.Tests.Cluster;

internal static class Held
{
    /// <summary>The one assignment that is held. Others may have been refused before it: beacons take a moment.</summary>
    public static AssignmentView Assignment(this IncidentView view) => view.Assignments.Single(a => a.State == AssignmentState.Granted);
}

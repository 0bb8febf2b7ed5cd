namespace CityGuard.Grains.Responders;

/// <summary>Alerted on foot within its premises (叫应); its readiness is its checks and its sign-in.</summary>
[GrainType("unit")]
internal sealed class EmergencyUnitGrain(ResponderServices services) : ResponderGrain(services), IEmergencyUnitGrain;

/// <summary>Moves about and handles what it finds (巡处一体化); free again wherever it is.</summary>
[GrainType("patrol")]
internal sealed class PatrolGroupGrain(ResponderServices services) : ResponderGrain(services), IPatrolGroupGrain;

/// <summary>Waits at its post and goes back there.</summary>
[GrainType("force")]
internal sealed class MobileForceGrain(ResponderServices services) : ResponderGrain(services), IMobileForceGrain
{
    protected override bool ReturnsToPost => true;
}

using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Incidents;

/// <summary>The door for what people say of an incident's case. A stateless worker: use key 0.</summary>
[Alias("CityGuard.ICaseFront")]
public interface ICaseFront : IGrainWithIntegerKey
{
    /// <summary>Says that a report nobody vouched for is true; what waited for that is dispatched. Scope command.</summary>
    [Alias("Verify")]
    Task<Answer<IncidentView>> Verify(Credential caller, string incident, VerifyCommand command);

    /// <summary>Calls it a false alarm (误报): everybody is given back and it closes. Where a crew was on scene, a second word is needed. Scope command.</summary>
    [Alias("FalseAlarm")]
    Task<Answer<IncidentView>> FalseAlarm(Credential caller, string incident, FalseAlarmCommand command);
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Protocol;

/// <summary>The door for commands that change who holds whom across incidents. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IProtocolFront")]
public interface IProtocolFront : IGrainWithIntegerKey
{
    /// <summary>Takes a responder from whoever holds it; the incident that loses it looks for another unless told otherwise. Scope command.</summary>
    [Alias("ForceRelease")]
    Task<Answer<ResponderView>> ForceRelease(Credential caller, string responder, ForceReleaseCommand command);

    /// <summary>Takes a responder from a strictly less grave incident (抽调). Scope command.</summary>
    [Alias("Divert")]
    Task<Answer<IncidentView>> Divert(Credential caller, string incident, DivertCommand command);

    /// <summary>Opens a closed incident again. Scope command.</summary>
    [Alias("Reopen")]
    Task<Answer<IncidentView>> Reopen(Credential caller, string incident, ReopenCommand command);

    /// <summary>Merges an incident into an older one (并案). Scope command, over both.</summary>
    [Alias("Merge")]
    Task<Answer<IncidentView>> Merge(Credential caller, string incident, MergeCommand command);

    /// <summary>Undoes that: the incident is on its own again. Scope command, over both.</summary>
    [Alias("Unmerge")]
    Task<Answer<IncidentView>> Unmerge(Credential caller, string incident, UnmergeCommand command);
}

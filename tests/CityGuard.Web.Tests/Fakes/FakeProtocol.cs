using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The door of what changes who holds whom: a list of what was said there.</summary>
public sealed class FakeProtocol : IProtocolFront
{
    public List<object> Said { get; } = [];

    public Refusal? Refusal { get; set; }

    public Task<Answer<ResponderView>> ForceRelease(Credential caller, string responder, ForceReleaseCommand command)
    {
        Said.Add(command);
        return Task.FromResult<Answer<ResponderView>>(Refusal ?? new Refusal(RefusalCode.Conflict, "it is free: nobody holds it"));
    }

    public Task<Answer<IncidentView>> Divert(Credential caller, string incident, DivertCommand command) => Say(command);

    public Task<Answer<IncidentView>> Reopen(Credential caller, string incident, ReopenCommand command) => Say(command);

    public Task<Answer<IncidentView>> Merge(Credential caller, string incident, MergeCommand command) => Say(command);

    public Task<Answer<IncidentView>> Unmerge(Credential caller, string incident, UnmergeCommand command) => Say(command);

    private Task<Answer<IncidentView>> Say(object command)
    {
        Said.Add(command);
        return Task.FromResult(Refusal is { } refusal ? (Answer<IncidentView>)refusal : Samples.Incident());
    }
}

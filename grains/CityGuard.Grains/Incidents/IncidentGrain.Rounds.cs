using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Incidents;

/// <summary>Another round. The row of the open index is written with the fact, so that the sweep finds what a crash leaves.</summary>
internal sealed partial class IncidentGrain
{
    public async Task<Answer<IncidentView>> Reopen(ReopenCommand command, string by)
    {
        _takenUp = true; // it drives itself from here: its sector need not start it
        return await Command(
            new IncidentCommand.Reopen(command.Redispatch, by, command.Why), command.Command, command.IfVersion, _ => null,
            course => IncidentRules.Reopen(course, by, command.Why, command.Redispatch, Now, command.Command));
    }
}

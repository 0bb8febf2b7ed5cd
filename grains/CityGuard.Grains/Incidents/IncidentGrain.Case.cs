using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>What people say of the case: that it is true, or that it was a false alarm.</summary>
internal sealed partial class IncidentGrain
{
    public Task<Answer<IncidentView>> Verify(VerifyCommand command, string by) => Command(
        new CaseCommand.Verify(by, command.How), command.Command, command.IfVersion, _ => null,
        course => Verification.Verify(course, by, command.How, Now, command.Command));

    public Task<Answer<IncidentView>> FalseAlarm(FalseAlarmCommand command, string by) => Command(
        new CaseCommand.CallOff(command.Reason, by, command.Why), command.Command, command.IfVersion, _ => null,
        course => FalseAlarms.Call(course, command.Reason, by, command.Why, Now, command.Command));

    /// <summary>Who found a new incident, as it stands now; null: nobody, or one that does not answer: then the policy dispatches.</summary>
    private async Task<Finder?> FinderOf(OpenIncident report)
    {
        if (report.Finder < 0 || State.Phase != IncidentPhase.None || services.Index.Responders.IsElsewhere(report.Finder, report.Target))
            return null;
        var profile = services.Index.City.Responders[report.Finder];
        if (Finder.RoleOf(services.PlanOf(new IncidentCourse { Report = ContentOf(report) }), profile.Kind, profile.Capabilities) is not { } role)
            return null;
        return await Answer(() => GrainFactory.Responder(profile.Id).View()!, "the finder") is { } seen ? new Finder(profile.Id, seen.Epoch, role) : null;
    }
}

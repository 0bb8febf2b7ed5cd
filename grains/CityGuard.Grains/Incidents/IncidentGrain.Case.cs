using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>What people say of the case: that it is true or a false alarm, what came of it, whether it is done.</summary>
internal sealed partial class IncidentGrain
{
    public Task<Answer<IncidentView>> Verify(VerifyCommand command, string by) => Command(
        new CaseCommand.Verify(by, command.How), command.Command, command.IfVersion, _ => null,
        course => Verification.Verify(course, by, command.How, Now, command.Command));

    public Task<Answer<IncidentView>> FalseAlarm(FalseAlarmCommand command, string by) => Command(
        new CaseCommand.CallOff(command.Reason, by, command.Why), command.Command, command.IfVersion, _ => null,
        course => FalseAlarms.Call(course, command.Reason, by, command.Why, Now, command.Command));

    public async Task<Answer<IncidentView>> Feedback(FeedbackCommand command, string by)
    {
        // The note is sealed before anything is journaled, and only for a feedback that will be taken.
        var taken = State.Phase != IncidentPhase.None && State.Known(command.Command) is null
            && Aftercare.FeedBack(State, command.Responder, command.Result, null, by, Now, command.Command).Objection is null;
        var vault = taken && !string.IsNullOrEmpty(command.Note) ? await services.Vault.Seal(Id, new PersonalData(command.Note, null)) : null;
        return await Command(
            new CaseCommand.FeedBack(command.Responder, command.Result, by), command.Command, command.IfVersion, _ => null,
            course => Aftercare.FeedBack(course, command.Responder, command.Result, vault, by, Now, command.Command));
    }

    public Task<Answer<IncidentView>> Check(CheckCommand command, string by) => Command(
        new CaseCommand.Check(command.Passed, command.Responder, by, command.Why), command.Command, command.IfVersion, _ => null,
        course => Aftercare.Check(course, command.Passed, command.Responder, by, command.Why, Now, command.Command));

    public Task<Answer<Evaluation>> Evaluation() => Task.FromResult<Answer<Evaluation>>(
        State.Phase == IncidentPhase.None ? Unknown() : Evaluating.Of(State, PlanOf(State), services.Index.City.Rules.Course.IntervalStandards));

    public Task<Answer<IncidentView>> Evaluate(EvaluateCommand command, string by) => Command(
        new CaseCommand.Sign(by, command.Why), command.Command, command.IfVersion, _ => null,
        course => Evaluating.Sign(course, PlanOf(course), services.Index.City.Rules.Course.IntervalStandards, by, command.Why, Now, command.Command));

    /// <summary>Who found a new incident, as it stands now; null: nobody, or one that does not answer: then the policy dispatches.</summary>
    private async Task<Finder?> FinderOf(OpenIncident report)
    {
        if (report.Finder < 0 || State.Phase != IncidentPhase.None || services.Index.Responders.IsElsewhere(report.Finder, report.Target))
            return null;
        var profile = services.Index.City.Responders[report.Finder];
        var sector = services.Index.SectorIds[services.Index.SectorOfCell(report.Cell)];
        if (!await AskDuty(GrainFactory.GetGrain<ISectorGrain>(sector)))
            return null;
        if (Finder.RoleOf(PlanOf(new IncidentCourse { Report = ContentOf(report) }), profile.Kind, profile.Capabilities) is not { } role)
            return null;
        return await Answer(() => GrainFactory.Responder(profile.Id).View()!, "the finder") is { } seen ? new Finder(profile.Id, seen.Epoch, role) : null;
    }
}

using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Field.Calls;
using CityGuard.Field.Crews;
using CityGuard.Field.Talk;

namespace CityGuard.Client.Tests.Field;

/// <summary>Writes down what the field says; the test answers.</summary>
internal sealed class RecordingRadio : IRadio
{
    public List<Call> Calls { get; } = [];

    public List<PositionReport> Positions { get; } = [];

    public List<(string Responder, DateTimeOffset At)> SignIns { get; } = [];

    public List<(string Responder, string Check, DateTimeOffset At)> Renewals { get; } = [];

    public List<(Crew Crew, Job Job, AssignmentProgress Step, DateTimeOffset At)> Steps { get; } = [];

    public List<Crew> AskedCrews { get; } = [];

    public List<(Crew Crew, Job Job)> AskedJobs { get; } = [];

    public void Report(Call call) => Calls.Add(call);

    public void Position(PositionReport position) => Positions.Add(position);

    public void SignIn(Crew crew, DateTimeOffset at) => SignIns.Add((crew.Profile.Id.Value, at));

    public void Renew(Crew crew, string check, DateTimeOffset at) => Renewals.Add((crew.Profile.Id.Value, check, at));

    public void Step(Crew crew, Job job, AssignmentProgress step, DateTimeOffset at) => Steps.Add((crew, job, step, at));

    public void AskCrew(Crew crew) => AskedCrews.Add(crew);

    public void AskJob(Crew crew, Job job) => AskedJobs.Add((crew, job));
}

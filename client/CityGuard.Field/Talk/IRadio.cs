using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Field.Calls;
using CityGuard.Field.Crews;

namespace CityGuard.Field.Talk;

/// <summary>What the field says to the city. Nothing waits here: answers come back to <see cref="FieldWorld"/> when they come.</summary>
internal interface IRadio
{
    void Report(Call call);

    void Position(PositionReport position);

    void SignIn(Crew crew, DateTimeOffset at);

    void Renew(Crew crew, string check, DateTimeOffset at);

    /// <summary>Reports a step of a job; answered by <c>Stepped</c>, <c>Refused</c> or <c>Unanswered</c>.</summary>
    void Step(Crew crew, Job job, AssignmentProgress step, DateTimeOffset at);

    /// <summary>Asks how the city sees a crew; answered by <c>Seen</c> or <c>Unseen</c>.</summary>
    void AskCrew(Crew crew);

    /// <summary>Asks how far the city has a job; answered by <c>Found</c> or <c>Unanswered</c>.</summary>
    void AskJob(Crew crew, Job job);
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using CityGuard.Field.Calls;
using CityGuard.Field.Crews;
using Microsoft.Extensions.Logging;

namespace CityGuard.Field.Talk;

/// <summary>Says everything through the SDK.</summary>
internal sealed class Radio(CityGuardClient client, Line line, PositionLine positions, Tally tally, ILogger logger) : IRadio
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1), _callerPatience = TimeSpan.FromMinutes(10);

    public void Position(PositionReport position) => positions.Add(position);

    public void Report(Call call) => line.Say(_callerPatience, async token =>
    {
        try
        {
            await client.ReportIncidentAsync(call.Report, token).ConfigureAwait(false);
            tally.Add(Counted.CallAcknowledged);
        }
        catch (CityGuardException refused) when (refused.Code != RefusalCode.Unavailable)
        {
            tally.Add(Counted.CallRefused);
            logger.LogWarning("The city refused a {Type} call: {Reason}", call.Report.Type, refused.Reason);
        }

        return null;
    }, null, CancellationToken.None);

    public void SignIn(Crew crew, DateTimeOffset at) => Own(crew, "signIn", at, Counted.SignIn);

    public void Renew(Crew crew, string check, DateTimeOffset at) => Own(crew, $"renew:{check}", at, null);

    public void Step(Crew crew, Job job, AssignmentProgress step, DateTimeOffset at) => line.Say(
        _patience,
        async token =>
        {
            try
            {
                await client.ReportProgressAsync(job.Order, step, at, token).ConfigureAwait(false);
                tally.Add(Counted.Step);
                return (world, now) => world.Stepped(crew, job, step, now);
            }
            catch (CityGuardException refused) when (refused.Code != RefusalCode.Unavailable)
            {
                tally.Add(Counted.StepRefused);
                logger.LogDebug("The city refused {Step} of {Responder}: {Reason}", step, crew.Profile.Id, refused.Reason);
                return (world, now) => world.Refused(crew, job, step, now);
            }
        },
        (world, now) => world.Unanswered(crew, job, step, now),
        job.Over);

    public void AskCrew(Crew crew) => line.Say(
        _patience,
        async token =>
        {
            var view = await OrNull(() => client.GetResponderAsync(crew.Profile.Id, token)).ConfigureAwait(false);
            return (world, now) => world.Seen(crew, view, now);
        },
        (world, now) => world.Unseen(crew, now),
        CancellationToken.None);

    public void AskJob(Crew crew, Job job) => line.Say(
        _patience,
        async token =>
        {
            var view = await OrNull(() => client.GetIncidentAsync(job.Order.Incident, token)).ConfigureAwait(false);
            var assignment = view?.Assignments.FirstOrDefault(assignment => assignment.Op == job.Order.Op && assignment.Responder == job.Order.Responder);
            return (world, now) => world.Found(crew, job, assignment, now);
        },
        (world, now) => world.Unanswered(crew, job, null, now),
        job.Over);

    private void Own(Crew crew, string status, DateTimeOffset at, Counted? counted) => line.Say(_patience, async token =>
    {
        try
        {
            await client.ReportStatusAsync(crew.Profile.Id, new StatusReport(status, at), token).ConfigureAwait(false);
            if (counted is { } count)
                tally.Add(count);
        }
        catch (CityGuardException refused) when (refused.Code != RefusalCode.Unavailable)
        {
            logger.LogWarning("The city refused {Status} of {Responder}: {Reason}", status, crew.Profile.Id, refused.Reason);
        }

        return null; // said several times before it lapses: one that is lost is made good by the next
    }, null, CancellationToken.None);

    // What the city refuses to tell is as good as unknown; only silence is worth asking again.
    private static async Task<T?> OrNull<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (CityGuardException refused) when (refused.Code != RefusalCode.Unavailable)
        {
            return null;
        }
    }
}

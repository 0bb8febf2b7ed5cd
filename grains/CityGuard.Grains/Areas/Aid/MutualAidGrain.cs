using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Journaling;
using CityGuard.Grains.Readiness;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Areas.Aid;

/// <summary>One request for mutual aid, from the asking to the last one home. Its stream is what both sides agree on; who is lent, each responder's own stream says.</summary>
[GrainType("mutual-aid")]
internal sealed partial class MutualAidGrain(IJournal journal, ReadinessPrices prices, TimeProvider time, ILogger<MutualAidGrain> log)
    : LookingGrain<AidCourse, AidEvent>(journal, EventCodec.Aids, AidCourse.Empty), IMutualAidGrain
{
    protected override string Stream => this.GetPrimaryKeyString();

    private DateTimeOffset Now => time.GetUtcNow();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (State.IsOpen)
            Alarm(Now);
    }

    public Task<Answer<AidView>> Ask(AreaId borrower, AidCommand asked, string by, string command) => Command(course => AidRules.Request(
        course, new AidRequested(borrower, asked.From, asked.Kind, asked.Count, asked.Purpose, asked.Incident, asked.Until.ToUniversalTime(), by, command, Now)));

    public async Task<Answer<AidView>> Consent(ConsentCommand consent, string by, string command)
    {
        // A repeat is answered by what is recorded; its price is not asked for again.
        var price = State.Commands.ContainsKey(command) ? consent.Seen : await prices.Of(consent.Responders);
        return await Command(course => consent.IfVersion is { } seen && seen != Version && !course.Commands.ContainsKey(command)
            ? new Objection(ObjectionKind.Conflict, $"the request is at version {Version}, not {seen}: look again")
            : AidRules.Consent(course, consent.Responders, price, consent.Seen, by, consent.Why, command, Now));
    }

    public Task<Answer<AidView>> Decline(AidAnswer answer, string by, string command) => Command(course => AidRules.Decline(course, by, answer.Why, command, Now));

    public Task<Answer<AidView>> End(AidAnswer answer, string by, string command) => Command(course => AidRules.End(course, by, answer.Why, command, Now));

    public Task<Answer<AidView>> View()
    {
        if (State.Asked is not null)
            return Task.FromResult<Answer<AidView>>(AidPictures.View(State, AidId.Parse(Stream), Version));
        DeactivateOnIdle();
        return Task.FromResult<Answer<AidView>>(new Refusal(RefusalCode.Unknown, $"there is no request for aid {Stream}"));
    }

    public Task Ensure() => Drive();

    protected override AidCourse Evolve(AidCourse state, AidEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(AidCourse state, long version) => new(state.IsOpen ? OpenAids.Index : null);

    protected override void CaughtUp()
    {
        if (State.IsOpen)
            Alarm(Now);
    }

    private async Task<Answer<AidView>> Command(Func<AidCourse, Decision<AidEvent>> decide)
    {
        if (await Execute(decide) is { } objection)
            return objection.ToRefusal();
        await Drive();
        return await View();
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using Shouldly;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>The words in which a test tells what happens in a city whose plans ask for a check and for a leader where somebody died.</summary>
internal sealed class Story : IAsyncDisposable
{
    private readonly ShiftedTime _time = new();
    private int _reports;

    public Story() => City = new City(automatic: true, _time, rules => rules with
    {
        Plans = [.. rules.Plans.Select(plan => plan with { Closing = ClosingRule.AfterCheck, Clocks = new PlanClocks(LeaderSeconds: 100, EscalateSeconds: 100) })],
    });

    public City City { get; }

    /// <summary>The chief, who works from the command room; everything else is said by the dispatcher.</summary>
    public static Credential Chief { get; } = new("command");

    private ICaseFront Cases => City.Grains.GetGrain<ICaseFront>(0);

    private IProtocolFront Door => City.Grains.GetGrain<IProtocolFront>(0);

    private DateTimeOffset Now => _time.GetUtcNow();

    public static async Task<Story> Begin()
    {
        var story = new Story();
        await story.City.InitializeAsync();
        await story.City.Fresh();
        return story;
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();

    /// <summary>Somebody calls 110, and everybody whom the plan asks for is on it.</summary>
    public async Task<IncidentId> Call(string type, IncidentSeverity severity, Location where, int? dead = null)
    {
        var id = await City.Report(new IncidentReport("110", $"call-{++_reports}", type, severity, where, Channel: "110", Fatalities: dead));
        await Staffed(id);
        return id;
    }

    /// <summary>Every role of the plan is filled.</summary>
    public Task<IncidentView> Staffed(IncidentId id)
        => City.Until(id, view => view.Roles is { Count: > 0 } roles && roles.All(role => Held(view).Count(a => a.Role == role.Role) >= role.Count));

    public async Task<ResponderId> Who(IncidentId id, string role) => Held(await City.View(id)).Single(a => a.Role == role).Responder;

    public Task Accepts(IncidentId id) => Everybody(id, "accepted");

    public async Task Arrives(IncidentId id, string role)
    {
        var view = await City.View(id);
        (await City.Say(view, "onScene", Now, Held(view).Single(a => a.Role == role))).Refusal.ShouldBeNull();
    }

    public Task Leads(IncidentId id, string role)
        => City.Until(id, view => view.Assignments.Any(a => a.Op == view.Case!.Lead && a.Role == role));

    /// <summary>Somebody is diverted, and the incident that loses him has heard of it: until then its role looks filled.</summary>
    public async Task Diverted(ResponderId who, IncidentId from, IncidentId to, string why)
    {
        (await Door.Divert(OpenDoor.Key, to.Value, new DivertCommand(who, "backup", why, from, Extra: true))).Refusal.ShouldBeNull();
        await City.Until(from, view => view.Assignments.Any(a => a.Responder == who && a.State == AssignmentState.Lost));
    }

    public async Task Recalled(IncidentId id, string role, string why)
    {
        var op = Held(await City.View(id)).Single(a => a.Role == role).Op;
        (await City.Incidents.Recall(OpenDoor.Key, id.Value, new RecallCommand(op, why))).Refusal.ShouldBeNull();
    }

    /// <summary>Time goes by; the incident is restarted meanwhile, as on any night.</summary>
    public async Task Later(IncidentId id, int seconds)
    {
        _time.Shift += TimeSpan.FromSeconds(seconds);
        await City.Deactivate(City.Grains.GetGrain<IIncidentGrain>(id.Value));
    }

    /// <summary>These command levels were told that something is late, each once and in this order.</summary>
    public async Task Told(IncidentId id, params string[] levels)
        => (await City.Until(id, view => view.Case!.Escalations?.Count >= levels.Length)).Case!.Escalations!.Select(e => e.To.Value).ShouldBe(levels);

    public async Task LeaderArrives(IncidentId id, string name)
        => (await Cases.Leader(OpenDoor.Key, id.Value, new LeaderCommand(name, Now))).Value.ShouldNotBeNull().Case!.Escalations!.ShouldAllBe(e => e.Served == name);

    public async Task Clears(IncidentId id)
    {
        await Everybody(id, "controlled");
        await Everybody(id, "cleared");
        await City.Until(id, view => view.State == IncidentState.Cleared && !Held(view).Any());
    }

    public async Task FedBack(IncidentId id, string result) => (await Cases.Feedback(OpenDoor.Key, id.Value, new FeedbackCommand(result))).Refusal.ShouldBeNull();

    public Task<Answer<IncidentView>> Checked(Credential by, IncidentId id, bool passed, string why) => Cases.Check(by, id.Value, new CheckCommand(passed, why));

    public Task<IncidentView> Closed(IncidentId id) => City.Until(id, view => view.State == IncidentState.Closed);

    private async Task Everybody(IncidentId id, string step)
    {
        var view = await City.View(id);
        foreach (var held in Held(view))
            (await City.Say(view, step, Now, held)).Refusal.ShouldBeNull();
    }

    private static IEnumerable<AssignmentView> Held(IncidentView view) => view.Assignments.Where(a => a.State == AssignmentState.Granted);
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The doors of grid events with answers that a test sets; commands are remembered.</summary>
public sealed class FakeEvents : IGridEventFront, ITransferFront
{
    public List<GridEventLine> Lines { get; } = [];

    public Dictionary<string, GridEventView> Views { get; } = [];

    public List<(string Area, string? Step, bool LateOnly)> Asked { get; } = [];

    public List<object> Given { get; } = [];

    /// <summary>Why commands are refused; null: they are not.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>An event at a step of its loop, in the list and as a view.</summary>
    public GridEventView Add(char mark, string step, string waits, int? due, Assignee? assignee = null)
    {
        var line = new GridEventLine(
            GridEventId.Parse("g-" + new string(mark, 22)), "other", step, waits, new GeoPoint(113, 23), AreaId.Parse("s-01-01"), Samples.Now.AddMinutes(-9),
            due is { } seconds ? Samples.Now.AddSeconds(seconds) : null, due < 0, assignee, null);
        Lines.Add(line);
        return Views[line.Id.Value] = new GridEventView(
            4, line, CellId.Parse("c-00001"), null, "Chen", null, null, 0, [new StepInterval("register", 90, 60)], null,
            [new GridEventEntry("collected", Samples.Now, "Chen", "12345/7", null), new GridEventEntry("registered", Samples.Now, "Wu", "other", "clear enough")], 0, "a dark lamp", null);
    }

    public Task<Answer<GridEventReceipt>> Report(Credential caller, GridEventReport report) => throw new NotSupportedException();

    public Task<Answer<GridEventView>> Get(Credential caller, string id) => Task.FromResult(Known(id));

    public Task<Answer<IReadOnlyList<GridEventLine>>> Open(Credential caller, string area, string? step, bool lateOnly, int most)
    {
        Asked.Add((area, step, lateOnly));
        return Task.FromResult<Answer<IReadOnlyList<GridEventLine>>>(Lines.Where(l => (step is null || l.Step == step) && (!lateOnly || l.IsLate)).ToArray());
    }

    public Task<Answer<GridEventView>> Register(Credential caller, string id, RegisterEventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Assign(Credential caller, string id, AssignEventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Accept(Credential caller, string id, EventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Handled(Credential caller, string id, HandledEventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Check(Credential caller, string id, CheckEventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Evaluate(Credential caller, string id, EventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Reject(Credential caller, string id, RejectEventCommand command) => Take(id, command);

    public Task<Answer<GridEventView>> Withdraw(Credential caller, string id, EventCommand command) => Take(id, command);

    public Task<Answer<TransferReceipt>> To110(Credential caller, string gridEvent, TransferTo110Command command)
    {
        Given.Add(command);
        if (Refusal is { } refusal)
            return Task.FromResult<Answer<TransferReceipt>>(refusal);
        var (id, view) = (GridEventId.Parse(gridEvent), Views[gridEvent]);
        Views[gridEvent] = view with
        {
            Version = 5, Line = view.Line with { Step = "transferred", WaitsFor = null, Due = null }, Links = new GridEventLinks(null, Transfers.IncidentOf(id), true),
        };
        return Task.FromResult<Answer<TransferReceipt>>(new TransferReceipt(id, Transfers.IncidentOf(id), true));
    }

    public Task<Answer<TransferReceipt>> To12345(Credential caller, string incident, TransferTo12345Command command) => throw new NotSupportedException();

    private Task<Answer<GridEventView>> Take(string id, object command)
    {
        Given.Add(command);
        return Task.FromResult(Refusal is { } refusal ? refusal : Known(id));
    }

    private Answer<GridEventView> Known(string id) => Views.TryGetValue(id, out var view) ? view : new Refusal(RefusalCode.Unknown, "no such thing");
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The three doors with answers that a test sets; everything else is unknown.</summary>
public sealed class FakeFronts : IReadinessFront, IIncidentFront, IResponderFront
{
    private static readonly Refusal NotThere = new(RefusalCode.Unknown, "no such thing");

    public ReadinessSummary? SummaryAnswer { get; set; }

    public List<FragileTarget> FragileAnswer { get; } = [];

    public List<IncidentLine> OpenAnswer { get; } = [];

    public CircleView? Circle { get; set; }

    public IncidentView? Incident { get; set; }

    public ResponderView? Responder { get; set; }

    /// <summary>Other incidents by id.</summary>
    public Dictionary<string, IncidentView> Elsewhere { get; } = [];

    public FakeDesk Desk { get; } = new();

    public FakePosts Posts { get; } = new();

    public FakeAreas Areas { get; } = new();

    public FakeCase Case { get; } = new();

    public FakeProtocol Protocol { get; } = new();

    public FakeEvents Events { get; } = new();

    public FakeDuty Duty { get; } = new();

    /// <summary>What came of it when somebody was added; null: it was done.</summary>
    public Func<AddCommand, Answer<IncidentView>?>? Adding { get; set; }

    public List<AddCommand> Added { get; } = [];

    /// <summary>Areas asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public FakeRoads Roads { get; } = new();

    public FakeScenarios Scenarios { get; } = new();

    /// <summary>Holds back what is asked about targets until a test lets it go.</summary>
    public TaskCompletionSource? Silence { get; set; }

    public Exception? Failure { get; set; }

    public Credential? LastCaller { get; private set; }

    public FakeGrains Grains() => new FakeGrains().With<IReadinessFront>(this).With<IIncidentFront>(this).With<IResponderFront>(this).With<IPostFront>(Posts).With<IDeskFront>(Desk)
        .With<ICaseFront>(Case).With<IProtocolFront>(Protocol).With<IAreaFront>(Areas).With<IGridEventFront>(Events).With<ITransferFront>(Events).With<Abstractions.Stocks.IStockFront>(new FakeStocks()).With<Abstractions.Duty.IDutyFront>(Duty)
        .With<Abstractions.Roads.IRoadsFront>(Roads).With<Abstractions.Scenarios.IScenarioFront>(Scenarios);

    public Task<Answer<CircleView>> Cell(Credential caller, string cell) => Say(caller, Circle);

    public Task<Answer<CircleView>> Target(Credential caller, string target) => Say(caller, Circle);

    public Task<Answer<ReadinessSummary>> Summary(Credential caller, string area)
    {
        lock (Asked)
            Asked.Add(area);
        return Failure is null ? Say(caller, SummaryAnswer) : Task.FromException<Answer<ReadinessSummary>>(Failure);
    }

    public Task<Answer<IReadOnlyList<FragileTarget>>> Fragile(Credential caller, string area, int most)
        => Silence is { } silence ? silence.Task.ContinueWith(_ => Say<IReadOnlyList<FragileTarget>>(caller, FragileAnswer), TaskScheduler.Default).Unwrap() : Say<IReadOnlyList<FragileTarget>>(caller, FragileAnswer);

    public Task<CityHealth> Health() => throw new NotSupportedException();

    public Task<Answer<IReadOnlyList<IncidentLine>>> Open(Credential caller, string area, int most) => Say<IReadOnlyList<IncidentLine>>(caller, OpenAnswer);

    public Task<Answer<IncidentView>> Get(Credential caller, string incident) => Say(caller, Elsewhere.GetValueOrDefault(incident) ?? Incident);

    Task<Answer<ResponderView>> IResponderFront.Get(Credential caller, string responder) => Say(caller, Responder);

    public Task<Answer<Done>> SetAutomatic(Credential caller, AreaId area, bool on, string why, string? command = null) => throw new NotSupportedException();

    public Task<Answer<ReportReceipt>> Report(Credential caller, IncidentReport report) => throw new NotSupportedException();

    public Task<Answer<IncidentView>> Recall(Credential caller, string incident, RecallCommand command) => throw new NotSupportedException();

    public Task<Answer<IncidentView>> Reassign(Credential caller, string incident, ReassignCommand command) => throw new NotSupportedException();

    public Task<Answer<IncidentView>> Add(Credential caller, string incident, AddCommand command)
    {
        Added.Add(command);
        return Task.FromResult(Adding?.Invoke(command) ?? (Incident is null ? (Answer<IncidentView>)NotThere : Incident));
    }

    public Task<Answer<IncidentView>> Close(Credential caller, string incident, CloseCommand command) => throw new NotSupportedException();

    public Task<Answer<IncidentView>> Receive(Credential caller, string incident, ReceiptCommand command) => throw new NotSupportedException();

    public Task<Answer<IncidentView>> Confirm(Credential caller, string incident, ConfirmCommand command) => throw new NotSupportedException();

    public Task<Answer<IncidentView>> Decline(Credential caller, string incident, ConfirmCommand command) => throw new NotSupportedException();

    public Task<Answer<PositionReceipt>> ReportPositions(Credential caller, IReadOnlyList<PositionReport> positions) => throw new NotSupportedException();

    public Task<Answer<Done>> ReportStatus(Credential caller, string responder, StatusReport status) => throw new NotSupportedException();

    public Task<Answer<OrderBatch>> Orders(Credential caller, string responderOrArea, string after, TimeSpan wait) => throw new NotSupportedException();

    private Task<Answer<T>> Say<T>(Credential caller, T? value)
    {
        LastCaller = caller;
        return Task.FromResult(value is null ? (Answer<T>)NotThere : value);
    }
}

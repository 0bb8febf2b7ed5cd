using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Hosting;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for grid events and tickets.</summary>
[StatelessWorker, Reentrant, GrainType("grid-event-front")]
internal sealed class GridEventFront(CityIndex index, ICallerVerifier verifier, IJournal journal, Mandates mandates, TimeProvider time, Inward inward)
    : Grain, IGridEventFront
{
    private const int Why = 500, PersonName = 64, Most = 500;

    private GridEventTerms Terms => index.City.Rules.GridEvents;

    public async Task<Answer<GridEventReceipt>> Report(Credential caller, GridEventReport report)
    {
        var admitted = await verifier.Admit(caller, Scope.Ingest);
        if (admitted.Refusal is { } shut)
            return shut;
        var check = GridEventCheck.Check(index, report, admitted.Value!, time.GetUtcNow());
        if (check.Refusal is { } refusal)
            return refusal;
        var grain = Event(GridEventId.Of(report.Source, report.SourceId));
        return await inward.Ask(() => grain.Report(check.Value!));
    }

    public async Task<Answer<GridEventView>> Get(Credential caller, string id)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if (admitted.Refusal is { } shut)
            return shut;
        return GridEventId.TryParse(id, out var known) ? await inward.Read(() => Event(known).View(admitted.Value!.SeesPersonalData)) : NoSuchEvent(id);
    }

    public async Task<Answer<IReadOnlyList<GridEventLine>>> Open(Credential caller, string area, string? step, bool lateOnly, int most)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        if (most is < 1 or > Most)
            return new Refusal(RefusalCode.Malformed, $"most is 1 to {Most}");
        if (step is not null && !Enum.GetValues<GridEventStep>().Any(known => known.IsOpen() && known.Key() == step))
            return new Refusal(RefusalCode.Malformed, $"step '{Places.Short(step)}' is no step of an open event");
        if (area is null || !index.City.TryArea(area, out var within))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        return await inward.Read<IReadOnlyList<GridEventLine>>(async () =>
        {
            var lines = new List<GridEventLine>();
            foreach (var sector in index.Areas.Touching(within).ToArray())
                foreach (var asked in (await journal.Open(index.SectorIds[sector])).Where(stream => GridEventId.TryParse(stream, out _)).Chunk(Bounded.InFlight))
                    lines.AddRange((await Task.WhenAll(asked.Select(stream => GrainFactory.GetGrain<IGridEventGrain>(stream).Line()))).OfType<GridEventLine>());
            return lines.Where(line => (step is null || line.Step == step) && (!lateOnly || line.IsLate) && IsIn(line.Place, within))
                .OrderBy(line => line.Due ?? DateTimeOffset.MaxValue).ThenBy(line => line.ReceivedAt).ThenBy(line => line.Id.Value, StringComparer.Ordinal)
                .Take(most).ToArray();
        });
    }

    public Task<Answer<GridEventView>> Register(Credential caller, string id, RegisterEventCommand command)
        => Carry(caller, id, GridEventVerb.Register, command?.Why, command?.IfVersion, command?.Command,
            command?.Category is { } category && Terms.Category(category) is null ? NoneOf("category", category, Terms.Categories.Select(c => c.Id)) : null,
            order => order with { Key = command!.Category });

    public Task<Answer<GridEventView>> Assign(Credential caller, string id, AssignEventCommand command)
    {
        var to = command is null ? default : Assignee(command);
        return Carry(caller, id, GridEventVerb.Assign, command?.Why, command?.IfVersion, command?.Command, to.Refusal, order => order with { To = to.To });
    }

    public Task<Answer<GridEventView>> Accept(Credential caller, string id, EventCommand command)
        => Carry(caller, id, GridEventVerb.Accept, command?.Why, command?.IfVersion, command?.Command, null, order => order);

    public Task<Answer<GridEventView>> Handled(Credential caller, string id, HandledEventCommand command)
        => Carry(caller, id, GridEventVerb.Handle, command?.Why, command?.IfVersion, command?.Command, OneOf("result", command?.Result, Terms.Results),
            order => order with { Key = command!.Result });

    public Task<Answer<GridEventView>> Check(Credential caller, string id, CheckEventCommand command)
        => Carry(caller, id, GridEventVerb.Check, command?.Why, command?.IfVersion, command?.Command,
            command?.Checker is { } checker && !index.City.TryResponder(checker, out _) ? new Refusal(RefusalCode.Unprocessable, $"checker '{Places.Short(checker)}' is no responder of the city")
                : command?.BackTo is { } back && !Enum.IsDefined(back) ? NoneOf("backTo", $"{back}", ["handle", "assign"]) : null,
            order => order with { Passed = command!.Passed, BackTo = command.BackTo, By = order.By with { Responder = command.Checker } });

    public Task<Answer<GridEventView>> Evaluate(Credential caller, string id, EventCommand command)
        => Carry(caller, id, GridEventVerb.Evaluate, command?.Why, command?.IfVersion, command?.Command, null, order => order);

    public Task<Answer<GridEventView>> Reject(Credential caller, string id, RejectEventCommand command)
        => Carry(caller, id, GridEventVerb.Reject, command?.Why, command?.IfVersion, command?.Command, OneOf("reason", command?.Reason, Terms.RejectReasons),
            order => order with { Key = command!.Reason });

    public Task<Answer<GridEventView>> Withdraw(Credential caller, string id, EventCommand command)
        => Carry(caller, id, GridEventVerb.Withdraw, command?.Why, command?.IfVersion, command?.Command, ReportCheck.Text(command?.Why, 1, Why, "why"), order => order);

    private async Task<Answer<GridEventView>> Carry(
        Credential caller, string id, GridEventVerb verb, string? why, long? ifVersion, string? command, Refusal? malformed, Func<GridEventOrder, GridEventOrder> complete)
    {
        var admitted = await mandates.OverGridEvent(caller, id);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((malformed ?? ReportCheck.Text(why, 0, Why, "why") ?? IncidentFront.IdCheck(command)) is { } refusal)
            return refusal;
        if (!GridEventId.TryParse(id, out var known))
            return NoSuchEvent(id);
        var by = admitted.Value!;
        var order = complete(new GridEventOrder(
            verb, new Who(by.Name, by.Role is not null, null), why, ifVersion, command ?? IncidentFront.NewId(), by.SeesPersonalData));
        return await inward.Ask(() => Event(known).Carry(order));
    }

    private (Assignee? To, Refusal? Refusal) Assignee(AssignEventCommand command)
    {
        if (command is { Responder: null, Person: null, Department: null })
            return (null, null);
        if (command.Responder is { } responder && !index.City.TryResponder(responder, out _))
            return (null, new Refusal(RefusalCode.Unprocessable, $"responder '{Places.Short(responder)}' is no responder of the city"));
        if (command.Department is not null && OneOf("department", command.Department, Terms.Departments) is { } department)
            return (null, department);
        if (command.Person is not null && ReportCheck.Text(command.Person, 1, PersonName, "person") is { } person)
            return (null, person);
        var to = new Assignee(command.Responder is { } id ? Domain.Responders.ResponderId.Parse(id) : null, command.Person, command.Department);
        return to.IsOne ? (to, null) : (null, new Refusal(RefusalCode.Malformed, "say one of responder, person and department, or none"));
    }

    private bool IsIn(GeoPoint place, int area) => index.City.Locator.TryLocate(place, out var cell) && index.IsWithin(cell, area);

    private IGridEventGrain Event(GridEventId id) => GrainFactory.GetGrain<IGridEventGrain>(id.Value);

    private static Refusal? OneOf(string name, string? code, IReadOnlyList<NamedCode> known)
        => known.Any(one => one.Id == code) ? null : NoneOf(name, code ?? "", known.Select(one => one.Id));

    private static Refusal NoneOf(string name, string code, IEnumerable<string> known)
        => new(RefusalCode.Unprocessable, $"{name} '{Places.Short(code)}' is none of {string.Join(", ", known)}");

    private static Refusal NoSuchEvent(string? id) => new(RefusalCode.Unknown, $"there is no event '{Places.Short(id ?? "")}'");
}

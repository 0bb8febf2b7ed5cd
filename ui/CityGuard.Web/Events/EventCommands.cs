using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Web.Session;

namespace CityGuard.Web.Events;

/// <summary>Gives a person's commands about grid events, with that person's own credential and on the version that was seen.</summary>
public sealed class EventCommands(IGrainFactory grains, SessionAccess session)
{
    public async Task<Answer<GridEventView>> Give(EventOrder order)
    {
        var (caller, id, command) = (await session.Credential(), order.Seen.Line.Id.Value, Guid.NewGuid().ToString("N"));
        var front = grains.GetGrain<IGridEventFront>(0);
        if (order.Action != EventAction.To110)
            return await Carry(front, caller, id, order, command);
        var handed = await grains.GetGrain<ITransferFront>(0).To110(
            caller, id, new TransferTo110Command(order.Choice!, Enum.Parse<IncidentSeverity>(order.Also!), order.Why!, null, order.Seen.Version, command));
        return handed.Refusal is { } refusal ? refusal : await front.Get(caller, id);
    }

    private static Task<Answer<GridEventView>> Carry(IGridEventFront front, Credential caller, string id, EventOrder order, string command)
    {
        var (why, version) = (order.Why, order.Seen.Version);
        return order.Action switch
        {
            EventAction.Register => front.Register(caller, id, new RegisterEventCommand(order.Choice, why, version, command)),
            EventAction.Reject => front.Reject(caller, id, new RejectEventCommand(order.Choice!, why, version, command)),
            EventAction.Assign => front.Assign(caller, id, new AssignEventCommand(null, order.Also, order.Also is null ? order.Choice : null, why, version, command)),
            EventAction.Accept => front.Accept(caller, id, new EventCommand(why, version, command)),
            EventAction.Handled => front.Handled(caller, id, new HandledEventCommand(order.Choice!, why, version, command)),
            EventAction.Check => front.Check(caller, id, new CheckEventCommand(true, Why: why, IfVersion: version, Command: command)),
            EventAction.CheckFailed => front.Check(
                caller, id, new CheckEventCommand(false, order.Choice == "assign" ? CheckBack.Assign : CheckBack.Handle, Why: why, IfVersion: version, Command: command)),
            EventAction.Evaluate => front.Evaluate(caller, id, new EventCommand(why, version, command)),
            EventAction.Withdraw => front.Withdraw(caller, id, new EventCommand(why, version, command)),
            _ => throw new InvalidOperationException($"no command for {order.Action}"),
        };
    }
}

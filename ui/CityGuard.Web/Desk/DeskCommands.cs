using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Web.Session;

namespace CityGuard.Web.Desk;

/// <summary>
/// Gives commands with the version that the person saw. A crew's step between looking and deciding moves the version on too: while the slot that was decided
/// about stands as seen, the same command is given again on the new version; once somebody else has touched that slot, the person is told.
/// </summary>
public sealed class DeskCommands(IGrainFactory grains, SessionAccess session)
{
    private const int Tries = 3;

    public async Task<Answer<IncidentView>> Give(DeskOrder order, string why)
    {
        var (front, caller, id, version) = (grains.GetGrain<IIncidentFront>(0), await session.Credential(), Guid.NewGuid().ToString("N"), order.Seen.Version);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Once(front, caller, order, why, version, id);
            if (answer.Refusal is not { Code: RefusalCode.Conflict } || attempt == Tries)
                return answer;
            if ((await front.Get(caller, order.Seen.Id.Value)).Value is not { } now || now.Version == version || !order.StandsIn(now))
                return answer;
            version = now.Version;
        }
    }

    private static Task<Answer<IncidentView>> Once(IIncidentFront front, Credential caller, DeskOrder order, string why, long version, string id)
    {
        var incident = order.Seen.Id.Value;
        return order switch
        {
            { Action: DeskAction.Send or DeskAction.Add, To: { } who, Role: { } role }
                => front.Add(caller, incident, new AddCommand(who, role, why, version, id, Extra: order.Action == DeskAction.Add)),
            { Action: DeskAction.Change, Op: { } op, To: { } who } => front.Reassign(caller, incident, new ReassignCommand(op, who, why, version, id)),
            { Action: DeskAction.Recall, Op: { } op } => front.Recall(caller, incident, new RecallCommand(op, why, version, id)),
            { Action: DeskAction.Close } => front.Close(caller, incident, new CloseCommand(why, version, id)),
            _ => throw new InvalidOperationException($"{order.Action} lacks what it is about."),
        };
    }
}

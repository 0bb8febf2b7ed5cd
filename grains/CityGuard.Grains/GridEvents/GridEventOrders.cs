using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.GridEvents;

/// <summary>Which rule decides which command.</summary>
internal static class GridEventOrders
{
    public static Decision<GridEventFact> Decide(GridEventCourse course, GridEventTerms terms, GridEventOrder order, DateTimeOffset now)
    {
        var (by, why, command) = (order.By.ToActor(), order.Why, order.Command);
        return order.Verb switch
        {
            GridEventVerb.Register => GridEventRules.Register(course, terms, order.Key, by, why, now, command),
            GridEventVerb.Assign => GridEventRules.Assign(course, terms, order.To, by, why, now, command),
            GridEventVerb.Accept => GridEventRules.Accept(course, terms, by, why, now, command),
            GridEventVerb.Handle => GridEventRules.Handle(course, terms, order.Key!, by, why, now, command),
            GridEventVerb.Check => GridEventRules.Check(course, terms, order.Passed, order.BackTo, by, why, now, command),
            GridEventVerb.Evaluate => GridEventRules.Evaluate(course, terms, by, why, now, command),
            GridEventVerb.Reject => GridEventRules.Reject(course, terms, order.Key!, by, why, now, command),
            GridEventVerb.Withdraw => GridEventRules.Withdraw(course, terms, by, why, now, command),
            _ => throw new InvalidOperationException($"no rule for {order.Verb}"),
        };
    }
}

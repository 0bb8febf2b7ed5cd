using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Incidents;

/// <summary>Receipts of orders, and the word that a recommendation waits for.</summary>
internal sealed partial class IncidentGrain
{
    public Task<Answer<IncidentView>> Receive(ReceiptCommand command, string by) => Command(
        new IncidentCommand.Receive(command.Op, command.Channel, by), command.Command, null, course => course.Find(command.Op)?.Role,
        course => course.Find(command.Op) is { } held
            ? OrderRules.Receive(course, command.Op, command.Channel, services.ChannelsOf(held.Responder), by, Now, command.Command)
            : new Objection(ObjectionKind.Unknown, $"this incident has no operation {command.Op}"));

    public Task<Answer<IncidentView>> Confirm(ConfirmCommand command, string by) => Command(
        new IncidentCommand.Confirm(command.Role, by, command.Why), command.Command, command.IfVersion, _ => command.Role,
        course => RecommendationRules.Confirm(course, command.Role, by, command.Why, Now, command.Command));

    public Task<Answer<IncidentView>> Decline(ConfirmCommand command, string by) => Command(
        new IncidentCommand.Decline(command.Role, by, command.Why), command.Command, command.IfVersion, _ => command.Role,
        course => RecommendationRules.Decline(course, command.Role, by, command.Why, Now, command.Command));
}

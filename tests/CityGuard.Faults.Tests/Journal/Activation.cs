using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Faults.Tests.Journal;

/// <summary>One activation of a responder with what it read when it woke: it may be alone, or be one too many.</summary>
internal sealed class Activation(IJournal journal, ResponderId id, string name)
{
    private ResponderState _state = ResponderState.Initial;
    private long _version;

    public async Task Wake()
    {
        (_state, _version) = (ResponderState.Initial, 0);
        foreach (var stored in await journal.Read(id.Value, 0))
        {
            _state = ResponderRules.Evolve(_state, EventCodec.Responders.Decode(stored.Json)!);
            _version = stored.Version;
        }
    }

    public Task<AppendResult?> Reserve(IncidentId incident, OperationId op, long epoch, DateTimeOffset now)
        => Append(ResponderRules.Reserve(_state, incident, op, epoch, now));

    /// <summary>What the rule decides by what this activation believes, and what the journal says to it; null: nothing to append.</summary>
    private async Task<AppendResult?> Append(Decision<ResponderEvent> decision)
    {
        if (decision.Events.Count == 0)
            return null;
        var entries = decision.Events.Select((e, i) => EventCodec.Responders.Encode($"{id}/{name}/{_version + i + 1}", e)).ToList();
        var result = await journal.Append(id.Value, _version, entries, new StreamHead(null));
        if (result == AppendResult.Appended)
        {
            _state = decision.Events.Aggregate(_state, ResponderRules.Evolve);
            _version += entries.Count;
        }

        return result;
    }
}

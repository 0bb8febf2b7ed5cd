using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What the journal holds at one moment, read once.</summary>
internal sealed class Chronicle(FakeJournal journal)
{
    public IReadOnlyList<(IncidentId Id, IReadOnlyList<IncidentEvent> Facts)> Incidents { get; } =
        [.. Cast.Incidents.Select(id => (id, Facts(journal, id.Value, EventCodec.Incidents)))];

    public IReadOnlyList<(ResponderId Id, IReadOnlyList<ResponderEvent> Facts)> Responders { get; } =
        [.. Cast.Responders.Select(id => (id, Facts(journal, id.Value, EventCodec.Responders)))];

    private static IReadOnlyList<TEvent> Facts<TEvent>(FakeJournal journal, string stream, EventCodec<TEvent> codec)
        where TEvent : class
        => [.. journal.Read(stream, 0).GetAwaiter().GetResult().Select(stored => codec.Decode(stored.Json)!)];
}

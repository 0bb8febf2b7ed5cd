using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The desk's door with answers that a test sets.</summary>
public sealed class FakeDesk : IDeskFront
{
    public CandidateList? List { get; set; }

    public SimilarList? Alike { get; set; }

    public List<TimelineEntry> Entries { get; } = [];

    public List<PresenceView> There { get; } = [];

    public List<(string Incident, Attention Attention, string? Role)> Looked { get; } = [];

    public Task<Answer<CandidateList>> Candidates(Credential caller, string incident, string role)
        => Task.FromResult(List is null ? (Answer<CandidateList>)new Refusal(RefusalCode.Unknown, "no such thing") : List with { Role = role });

    public Task<Answer<IReadOnlyList<TimelineEntry>>> Timeline(Credential caller, string incident) => Task.FromResult<Answer<IReadOnlyList<TimelineEntry>>>(Entries.ToArray());

    public Task<Answer<Done>> Look(Credential caller, string incident, string window, Attention attention, string? role)
    {
        lock (Looked)
            Looked.Add((incident, attention, role));
        return Task.FromResult<Answer<Done>>(Done.Value);
    }

    public Task<Answer<IReadOnlyList<PresenceView>>> Present(Credential caller, string area) => Task.FromResult<Answer<IReadOnlyList<PresenceView>>>(There.ToArray());

    public Task<Answer<SimilarList>> Similar(Credential caller, string incident)
        => Task.FromResult(Alike is { } list ? list : (Answer<SimilarList>)new Refusal(RefusalCode.Conflict, "the incident is closing or closed"));
}

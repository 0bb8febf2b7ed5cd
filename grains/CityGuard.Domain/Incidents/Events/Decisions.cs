using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>The plan sends nobody: a desk handles it.</summary>
public sealed record ReferredToDesk(string Plan, string? Desk, DateTimeOffset At) : IncidentEvent(At);

/// <summary>
/// One decision of the dispatch policy, with all that it was based on: from these inputs the policy gives the same choice again.
/// </summary>
/// <param name="Plan">Response plan in force.</param>
/// <param name="Role">Role to fill.</param>
/// <param name="Cause">Why it was decided now: <c>first</c>, <c>refused</c>, <c>clock</c>, <c>mode</c> ...</param>
/// <param name="Rules">Package hash and overlay version in force.</param>
/// <param name="Wanted">What the role asked for.</param>
/// <param name="Chosen">Who was chosen, in order of arrival.</param>
/// <param name="Nearest">The nearest 32 as the board saw them, chosen ones among them.</param>
/// <param name="Counts">How many got each verdict, over all considered.</param>
/// <param name="Sent">False: a recommendation only; a person decides.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Mode">How much went by itself; null in facts of the first shape: automatic when it was sent, else manual.</param>
/// <param name="Word">What the area said, where that is why a person is asked; null: nobody is, or the plan alone asks for one.</param>
/// <param name="Reach">How far away was looked; null: within the ring.</param>
/// <param name="PlanVersion">Version of the plan's text; null in facts of earlier shapes: not known.</param>
public sealed record Decided(
    string Plan,
    string Role,
    string Cause,
    string Rules,
    WantedRecord Wanted,
    IReadOnlyList<ResponderId> Chosen,
    IReadOnlyList<CandidateRecord> Nearest,
    IReadOnlyDictionary<string, int> Counts,
    bool Sent,
    DateTimeOffset At,
    Plans.DispatchMode? Mode = null,
    Areas.ModeWord? Word = null,
    Reach? Reach = null,
    int? PlanVersion = null) : IncidentEvent(At)
{
    /// <summary>The chosen as the board saw them, in order of arrival.</summary>
    public IEnumerable<CandidateRecord> ChosenRecords()
        => Chosen.Select(who => Nearest.FirstOrDefault(near => near.Responder == who)).OfType<CandidateRecord>();
}

/// <summary>A requirement in stable keys.</summary>
/// <param name="Kinds">Kind keys; empty: any.</param>
/// <param name="Capabilities">Capability keys.</param>
/// <param name="Count">How many.</param>
/// <param name="LimitDeciseconds">Nobody later than this; null: no limit.</param>
public sealed record WantedRecord(IReadOnlyList<string> Kinds, IReadOnlyList<string> Capabilities, int Count, int? LimitDeciseconds);

/// <summary>A candidate in stable keys, as the board saw it, and what the policy said of it.</summary>
/// <param name="Responder">Who.</param>
/// <param name="Kind">Kind key.</param>
/// <param name="Flags">What the board knew.</param>
/// <param name="Capabilities">Those of the wanted capabilities that it has; null: none were wanted.</param>
/// <param name="Ds">Arrival, deciseconds; null: beyond reach.</param>
/// <param name="Epoch">Ownership epoch as the board saw it.</param>
/// <param name="Verdict">Verdict.</param>
public sealed record CandidateRecord(
    ResponderId Responder,
    string Kind,
    CandidateFlags Flags,
    IReadOnlyList<string>? Capabilities,
    int? Ds,
    long Epoch,
    Verdict Verdict);

using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Areas.Counters;
using CityGuard.Grains.Responders;
using Orleans.Concurrency;

namespace CityGuard.Grains.Sectors;

/// <summary>The readiness board of a sector. Keyed by sector id.</summary>
[Alias("CityGuard.Grains.ISectorGrain")]
internal interface ISectorGrain : IGrainWithStringKey
{
    /// <summary>Called by the warden: keeps the sector and what is at home in it awake. False while rebuilding.</summary>
    [Alias("Ensure"), AlwaysInterleave]
    Task<bool> Ensure(string cityHash);

    /// <summary>From a responder within reach.</summary>
    [Alias("Beacon"), OneWay]
    Task Beacon(Beacon beacon);

    /// <summary>Beacons carried together by the post of a silo.</summary>
    [Alias("Beacons"), OneWay]
    Task Beacons(Beacon[] beacons);

    /// <summary>From a neighbour board that has just started: it is sent, one-way, the beacons of those who stand in this sector and reach it.</summary>
    [Alias("Introduce"), OneWay]
    Task Introduce(int sector);

    /// <summary>A neighbour's answer: who stands in its sector and reaches this one.</summary>
    [Alias("Introduced"), OneWay]
    Task Introduced(int sector, Beacon[] beacons);

    /// <summary>From an area above: how much goes by itself; the latest word counts.</summary>
    [Alias("HearMode")]
    Task HearMode(ModeWord word);

    /// <summary>The word that counts here, also while the board is being rebuilt.</summary>
    [Alias("Mode"), AlwaysInterleave]
    Task<ModeWord> Mode();

    /// <summary>From an area above: what it has ordered. Answered once those at home who answer have heard it; pictures only grow, so it may run beside other turns.</summary>
    [Alias("HearDuty"), AlwaysInterleave]
    Task HearDuty(AreaDuty said);

    /// <summary>From the area that is this sector: what has been acknowledged of the orders it is under.</summary>
    [Alias("HearReceipts"), AlwaysInterleave]
    Task HearReceipts(DutyReceipts receipts);

    /// <summary>What the level in force asks for, each with its receipt; nothing where no order holds.</summary>
    [Alias("DutyMeasures"), AlwaysInterleave]
    Task<SectorDuty> DutyMeasures();

    /// <summary>The duty level in force in the sector.</summary>
    [Alias("DutyNow"), AlwaysInterleave]
    Task<DutyInForce> DutyNow();

    /// <summary>Considers everyone the board knows for one role and applies the dispatch policy. Null while rebuilding: wait and retry.</summary>
    [Alias("Select"), AlwaysInterleave]
    Task<Selection?> Select(SelectionQuery query);

    /// <summary>
    /// For an incident of another sector that nobody near it fits: those who stand here and whom that sector's own board does not know, as candidates for it.
    /// Null while rebuilding.
    /// </summary>
    [Alias("Offer"), AlwaysInterleave]
    Task<SectorOffer?> Offer(SelectionQuery query, int sector);

    /// <summary>Expected arrival of one responder (index) at a place, deciseconds, turnout counted; null: the board does not know it, or not where it is by now, or it cannot come there.</summary>
    [Alias("Arrival"), AlwaysInterleave]
    Task<int?> Arrival(int responder, int cell, int target);

    /// <summary>An incident that was not taken up within 250 ms asks for it directly.</summary>
    [Alias("Nudge"), OneWay]
    Task Nudge(IncidentId incident, long version);

    /// <summary>Open incidents of this sector.</summary>
    [Alias("OpenIncidents"), AlwaysInterleave]
    Task<IReadOnlyList<IncidentLine>> OpenIncidents();

    /// <summary>Who is on duty of those posted here, what is open and what is ordered, for a what-if that begins with the city as it stands. Null while rebuilding.</summary>
    [Alias("Census"), AlwaysInterleave]
    Task<SectorCensus?> Census();

    /// <summary>Circle of one of its cells (city index).</summary>
    [Alias("CellCircle"), AlwaysInterleave]
    Task<CircleView> CellCircle(int cell);

    /// <summary>Circle of one of its targets (city index).</summary>
    [Alias("TargetCircle"), AlwaysInterleave]
    Task<CircleView> TargetCircle(int target);

    /// <summary>Counts of the sector, and of its parts when they are asked for.</summary>
    [Alias("Counts"), AlwaysInterleave]
    Task<SectorCounts> Counts(CountedParts parts);

    /// <summary>Its targets about to break or broken.</summary>
    [Alias("Fragile"), AlwaysInterleave]
    Task<IReadOnlyList<FragileTarget>> Fragile();

    /// <summary>Its open and late incidents, and whether that is all there is.</summary>
    [Alias("Calls"), AlwaysInterleave]
    Task<SectorCalls> Calls();

    /// <summary>Its places that would get worse if these responders (city indexes) left; null: the board does not know everyone yet.</summary>
    [Alias("Price"), AlwaysInterleave]
    Task<TurnedIndex[]?> Price(int[] leaving);

    /// <summary>The same for each of these responders leaving alone, in their order.</summary>
    [Alias("PriceEach"), AlwaysInterleave]
    Task<TurnedIndex[][]?> PriceEach(int[] leaving);

    /// <summary>Evaluates the board from scratch and names every place where it says otherwise; for tests and the crossing benchmark.</summary>
    [Alias("Check")]
    Task<IReadOnlyList<string>> Check();
}

/// <summary>A sector at one moment.</summary>
/// <param name="OnDuty">Those posted here who are in service, ready and fresh, held or not.</param>
/// <param name="Open">Its open incidents.</param>
/// <param name="Duty">The duty level in force.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.SectorCensus")]
internal sealed record SectorCensus([property: Id(0)] OnDuty[] OnDuty, [property: Id(1)] IReadOnlyList<IncidentLine> Open, [property: Id(2)] DutyInForce Duty);

/// <summary>A responder on duty: index, cell it is in, and the incident that holds it; null: it is free.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.OnDuty")]
internal readonly record struct OnDuty([property: Id(0)] int Responder, [property: Id(1)] int Cell, [property: Id(2)] IncidentId? Incident);

/// <summary>What an incident asks of the board for one role.</summary>
/// <param name="Cell">Cell of the place (city index).</param>
/// <param name="Target">Target of the place (city index), -1 when it is none: only this target's units are not elsewhere.</param>
/// <param name="Requirement">What the role wants.</param>
/// <param name="Excluded">Responders refused earlier or already on the incident.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.SelectionQuery")]
internal sealed record SelectionQuery(
    [property: Id(0)] int Cell,
    [property: Id(1)] int Target,
    [property: Id(2)] Requirement Requirement,
    [property: Id(3)] int[] Excluded);

/// <summary>The board's answer: what it saw and what the policy said, to be journaled as the decision's inputs.</summary>
/// <param name="Word">The area's word that counts in this sector; unless it is automatic, nobody is sent without a person.</param>
/// <param name="RulesVersion">City package hash and overlay version in force.</param>
/// <param name="Chosen">Chosen candidates, in order of arrival.</param>
/// <param name="Nearest">The nearest 32 with their verdicts (the chosen among them).</param>
/// <param name="Counts">How many got each verdict, over all considered; index is the verdict.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.Selection")]
internal sealed record Selection(
    [property: Id(80)] ModeWord Word,
    [property: Id(1)] string RulesVersion,
    [property: Id(2)] Candidate[] Chosen,
    [property: Id(3)] ConsideredCandidate[] Nearest,
    [property: Id(4)] int[] Counts);

/// <summary>Whom another sector could send.</summary>
/// <param name="Nearest">The nearest 32 with their verdicts; those who would be chosen of them alone are among them.</param>
/// <param name="Counts">How many got each verdict, over all who stand there; index is the verdict.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.SectorOffer")]
internal sealed record SectorOffer([property: Id(0)] ConsideredCandidate[] Nearest, [property: Id(1)] int[] Counts);

/// <summary>A candidate as the board saw it, with the policy's verdict.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.ConsideredCandidate")]
internal readonly record struct ConsideredCandidate([property: Id(0)] Candidate Candidate, [property: Id(1)] Verdict Verdict);

using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;
using Orleans.Concurrency;

namespace CityGuard.Grains.Incidents;

internal partial interface IIncidentGrain
{
    /// <summary>The elder: why this one may not join; a value when it may. Records nothing.</summary>
    [Alias("MayJoin"), AlwaysInterleave]
    Task<Answer<Done>> MayJoin(IncidentId younger, DateTimeOffset receivedAt);

    /// <summary>The younger: records that it is to join. <paramref name="seen"/>: what the elder objected when Front looked. Answers with the attempt that waits for the elder, if any.</summary>
    [Alias("RequestMerge")]
    Task<Answer<MergeAsked>> RequestMerge(MergeCommand command, Refusal? seen, string by);

    /// <summary>The elder: takes the reports of a younger one that asks for it, or says why not.</summary>
    [Alias("Attach")]
    Task<MergeReply> Attach(IncidentId younger, int attempt);

    /// <summary>The younger: the elder's answer, as Front brings it.</summary>
    [Alias("SettleMerge")]
    Task<Answer<IncidentView>> SettleMerge(IncidentId elder, int attempt, MergeReply reply);

    /// <summary>The younger: undoes it.</summary>
    [Alias("Unmerge")]
    Task<Answer<IncidentView>> Unmerge(UnmergeCommand command, string by);

    /// <summary>To the elder, again and again until it answers: somebody waits to join.</summary>
    [Alias("Offered"), OneWay]
    Task Offered(IncidentId younger, int attempt);

    /// <summary>To the younger: the elder's answer; one that holds its reports says so until that is heard.</summary>
    [Alias("Joined"), OneWay]
    Task Joined(IncidentId elder, int attempt, MergeReply reply);

    /// <summary>To the elder: the younger has it in its journal.</summary>
    [Alias("MergeHeard"), OneWay]
    Task MergeHeard(IncidentId younger, int attempt);

    /// <summary>To the elder: it is to let go of what it holds of this attempt.</summary>
    [Alias("Detach"), OneWay]
    Task Detach(IncidentId younger, int attempt);

    /// <summary>To the younger: it has.</summary>
    [Alias("Detached"), OneWay]
    Task Detached(IncidentId elder, int attempt);
}

/// <summary>What became of a request to join another.</summary>
/// <param name="Attempt">The attempt that waits for the elder's answer; null: it is settled.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.MergeAsked")]
internal sealed record MergeAsked([property: Id(0)] int? Attempt);

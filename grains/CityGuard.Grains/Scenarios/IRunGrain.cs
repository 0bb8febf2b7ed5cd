using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Scenarios;
using Orleans.Concurrency;

namespace CityGuard.Grains.Scenarios;

/// <summary>A question asked of scenarios: has it played by all silos, and holds the answer. Keyed by run id.</summary>
[Alias("CityGuard.Grains.IRunGrain")]
internal interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Asks. Journaled before it answers; playing begins at once.</summary>
    [Alias("Ask")]
    Task<Answer<RunView>> Ask(RunQuestion question, string by, string command);

    /// <summary>Gives it up. Journaled before it answers.</summary>
    [Alias("Cancel")]
    Task<Answer<RunView>> Cancel(string by, string command);

    /// <summary>How far it is; null: there is no such run. What was lost with its host is played again.</summary>
    [Alias("View"), AlwaysInterleave]
    Task<RunView?> View();

    /// <summary>A file of the answer; null while there is none.</summary>
    [Alias("File"), AlwaysInterleave, ResponseTimeout("00:01:00")]
    Task<string?> File(RunFile file);
}

using System.Security.Cryptography;
using System.Text;

namespace CityGuard.Domain.Scenarios;

/// <summary>Identifiers, which are also the streams, of saved scenarios (<c>sc-...</c>) and of questions asked of them (<c>sr-...</c>).</summary>
public static class ScenarioId
{
    /// <summary>Name of the list of open work in which saved scenarios stand: no sector has such a name.</summary>
    public const string Shelf = "scenarios";

    private const string Scenario = "sc-", Run = "sr-";

    private const int Length = 24;

    /// <summary>True for the identifier of a saved scenario.</summary>
    public static bool IsScenario(string? text) => IdentifierText.IsWellFormed(text, Scenario);

    /// <summary>True for the identifier of a run.</summary>
    public static bool IsRun(string? text) => IdentifierText.IsWellFormed(text, Run);

    /// <summary>The scenario that a command makes: sent again, the same one.</summary>
    public static string OfScenario(string command) => Scenario + Hash(command);

    /// <summary>The run that a command asks for: sent again, the same one.</summary>
    public static string OfRun(string command) => Run + Hash(command);

    private static string Hash(string command) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command)))[..Length];
}

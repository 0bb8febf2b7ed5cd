namespace CityGuard.Grains.Tests.Protocol;

/// <summary>A failing walk made short and told.</summary>
internal sealed class Failure
{
    private readonly bool _checksVersions;
    private readonly string _named;

    /// <param name="seed">Of the walk.</param>
    /// <param name="draws">The walk.</param>
    /// <param name="checksVersions">False: with the journal that takes a stale append.</param>
    /// <param name="named">What a violation must say to count: else a story may end with another, shorter one.</param>
    public Failure(string seed, Draw[] draws, bool checksVersions, string named = "")
    {
        (_checksVersions, _named) = (checksVersions, named);
        Draws = Shrinking.Shrunk(draws, Fails, draw => draw.Simpler());
        var story = new Narration();
        Violations = Walk.Take(Draws, checksVersions, story).Violations;
        Told = story.Lines;
        Message = string.Join('\n', [
            $"seed {seed} (set CsCheck_Seed to it to repeat this walk); {Draws.Length} of {draws.Length} things that happened are enough:",
            .. Told, .. Violations.Select(violation => $"=> {violation}"),
        ]);
    }

    /// <summary>What is left.</summary>
    public Draw[] Draws { get; }

    /// <summary>What is left as a story, without its end.</summary>
    public IReadOnlyList<string> Told { get; }

    /// <summary>Its end.</summary>
    public IReadOnlyList<string> Violations { get; }

    public string Message { get; }

    public bool Fails(Draw[] draws) => Walk.Take(draws, _checksVersions).Violations.Any(violation => violation.Contains(_named, StringComparison.Ordinal));
}

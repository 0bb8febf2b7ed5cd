namespace CityGuard.Field;

/// <summary>How the field is played.</summary>
public sealed record FieldOptions
{
    /// <summary>Same seed, same calls at the same moments and the same habits of every crew.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Times the city's own demand. 0: nobody calls; at most 1,000.</summary>
    public double CallsFactor { get; init; } = 1;

    /// <summary>Share of the calls from a cell with open key targets that come from one of them (ours: the sources do not say). 0 to 1.</summary>
    public double TargetShare { get; init; } = 0.1;

    /// <summary>Pause between two positions of a patrol. 1 to 60 s.</summary>
    public TimeSpan PositionInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause between two positions of a force that waits at its post. 10 s to 1 h.</summary>
    public TimeSpan PostInterval { get; init; } = TimeSpan.FromMinutes(1);

    internal void Validate()
    {
        Require(CallsFactor is >= 0 and <= 1_000, nameof(CallsFactor), "0 to 1,000");
        Require(TargetShare is >= 0 and <= 1, nameof(TargetShare), "0 to 1");
        Require(PositionInterval >= TimeSpan.FromSeconds(1) && PositionInterval <= TimeSpan.FromMinutes(1), nameof(PositionInterval), "1 to 60 s");
        Require(PostInterval >= TimeSpan.FromSeconds(10) && PostInterval <= TimeSpan.FromHours(1), nameof(PostInterval), "10 s to 1 h");
    }

    private static void Require(bool holds, string name, string what)
    {
        if (!holds)
            throw new ArgumentException($"{name} must be {what}.", name);
    }
}

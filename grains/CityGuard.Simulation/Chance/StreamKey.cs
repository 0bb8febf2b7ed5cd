namespace CityGuard.Simulation.Chance;

/// <summary>
/// Names one stream of chance by (seed, replication, stream), and within it the draws of one incident by its number. What is drawn for an
/// incident depends on nothing but its name, so two deployments meet the same night. Mixed by SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
public readonly record struct StreamKey(ulong Value)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A stream of one replication.</summary>
    public static StreamKey Of(ulong seed, int replication, int stream)
        => new(Mix(Mix(Mix(seed + Golden) + ((ulong)(uint)replication * Golden)) + ((ulong)(uint)stream * Golden)));

    /// <summary>Draw number <paramref name="n"/>: 64 even bits.</summary>
    public ulong Bits(int n) => Mix(Value + ((ulong)(uint)(n + 1) * Golden));

    /// <summary>Draw number <paramref name="n"/>, in (0, 1).</summary>
    public double Uniform(int n) => Unit(Bits(n));

    /// <summary>The stream of draws of one member, e.g. of an incident.</summary>
    public StreamKey With(int member) => new(Bits(member));

    /// <summary>Bits as a number in (0, 1): never an end, so that every quantile is finite.</summary>
    public static double Unit(ulong bits) => ((bits >> 11) + 0.5) * (1.0 / (1UL << 53));

    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

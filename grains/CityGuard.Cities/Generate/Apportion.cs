namespace CityGuard.Cities.Generate;

/// <summary>Whole numbers in proportion to weights, adding exactly to a total (largest remainder, ties to the lower index).</summary>
internal static class Apportion
{
    public static int[] By(IReadOnlyList<double> weights, int total, int least = 0)
    {
        var counts = new int[weights.Count];
        var free = total - (least * weights.Count);
        var sum = weights.Sum();
        var remainders = new double[weights.Count];
        var given = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var exact = sum > 0 ? free * weights[i] / sum : 0;
            counts[i] = least + (int)exact;
            remainders[i] = exact - (int)exact;
            given += (int)exact;
        }

        foreach (var i in Enumerable.Range(0, counts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take(free - given))
            counts[i]++;
        return counts;
    }
}

namespace CityGuard.Cities.Generate.Cells;

/// <summary>Cuts a set of squares into compact parts of equal weight: again and again across its longer side.</summary>
internal sealed class Bisection(Func<int, double> weight, Func<int, Spot> place, Chance chance)
{
    private const int ItemBits = 24;

    /// <summary>Calls <paramref name="leaf"/> once for each of <paramref name="parts"/> parts, neighbours after one another.</summary>
    public void Cut(Memory<int> items, int parts, Action<Memory<int>> leaf)
    {
        if (parts <= 1)
        {
            leaf(items);
            return;
        }

        Sort(items.Span);
        var first = parts / 2;
        var cut = Math.Clamp(Balance(items.Span, first / (double)parts), Math.Min(first, items.Length), Math.Max(items.Length - (parts - first), 0));
        Cut(items[..cut], first, leaf);
        Cut(items[cut..], parts - first, leaf);
    }

    private int Balance(ReadOnlySpan<int> items, double share)
    {
        var total = 0.0;
        foreach (var item in items)
            total += weight(item);
        var sum = 0.0;
        for (var i = 0; i < items.Length; i++)
        {
            var next = sum + weight(items[i]);
            if (next >= total * share)
                return (total * share) - sum > next - (total * share) ? i + 1 : i;
            sum = next;
        }

        return items.Length;
    }

    /// <summary>Along the principal axis, turned a little so that the cells do not fall into rows.</summary>
    private void Sort(Span<int> items)
    {
        double n = items.Length, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
        foreach (var item in items)
        {
            var p = place(item);
            sx += p.X;
            sy += p.Y;
        }

        double mx = sx / n, my = sy / n;
        foreach (var item in items)
        {
            var p = place(item);
            sxx += (p.X - mx) * (p.X - mx);
            syy += (p.Y - my) * (p.Y - my);
            sxy += (p.X - mx) * (p.Y - my);
        }

        var angle = (0.5 * Math.Atan2(2 * sxy, sxx - syy)) + chance.Between(-0.4, 0.4);
        double ax = Math.Cos(angle), ay = Math.Sin(angle);
        // One number for place along the axis and item: unique, so that the order does not hang on how sorting treats equals.
        var keys = new long[items.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var p = place(items[i]);
            keys[i] = ((long)Math.Round((((p.X - mx) * ax) + ((p.Y - my) * ay)) * 64) << ItemBits) | (uint)items[i];
        }

        Array.Sort(keys);
        for (var i = 0; i < keys.Length; i++)
            items[i] = (int)(keys[i] & ((1L << ItemBits) - 1));
    }
}

namespace CityGuard.Web.Feed;

/// <summary>The latest value per index, who said it, and which have changed since they were last taken.</summary>
internal sealed class Column<T>(int length)
    where T : struct, IEquatable<T>
{
    private const int Nobody = -1;
    private readonly T[] _values = new T[length];
    private readonly int[] _owner = CreateOwners(length);
    private readonly bool[] _changed = new bool[length];
    private readonly List<int> _changes = [];

    public T this[int index] => _values[index];

    public bool IsKnown(int index) => _owner[index] != Nobody;

    public void Set(int index, T value, int owner)
    {
        // A package of another size cannot be shown; one stray index must not end the feed.
        if ((uint)index >= (uint)_values.Length)
            return;
        _owner[index] = owner;
        if (_values[index].Equals(value))
            return;
        _values[index] = value;
        Mark(index);
    }

    /// <summary>Takes back everything that <paramref name="owner"/> said.</summary>
    public void Disown(int owner, Func<T, T> unknown)
    {
        for (var i = 0; i < _owner.Length; i++)
        {
            if (_owner[i] != owner)
                continue;
            Set(i, unknown(_values[i]), owner);
            _owner[i] = Nobody;
        }
    }

    /// <summary>Indexes changed since the last call.</summary>
    public List<int> TakeChanges()
    {
        List<int> taken = [.. _changes];
        foreach (var index in taken)
            _changed[index] = false;
        _changes.Clear();
        return taken;
    }

    private void Mark(int index)
    {
        if (_changed[index])
            return;
        _changed[index] = true;
        _changes.Add(index);
    }

    private static int[] CreateOwners(int length)
    {
        var owners = new int[length];
        Array.Fill(owners, Nobody);
        return owners;
    }
}

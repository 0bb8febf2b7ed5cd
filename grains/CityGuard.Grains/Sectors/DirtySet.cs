namespace CityGuard.Grains.Sectors;

/// <summary>Small dense indexes waiting to be worked off, each at most once.</summary>
internal sealed class DirtySet(int size)
{
    private readonly List<int> _items = [];
    private bool[] _marked = new bool[size];

    public IReadOnlyList<int> Items => _items;

    public void Mark(int item)
    {
        if (item >= _marked.Length)
            Array.Resize(ref _marked, Math.Max(item + 1, _marked.Length * 2));
        if (_marked[item])
            return;
        _marked[item] = true;
        _items.Add(item);
    }

    public void MarkAll()
    {
        for (var i = 0; i < _marked.Length; i++)
            Mark(i);
    }

    /// <summary>Calls back for each item, then forgets them; marks made meanwhile are worked off too.</summary>
    public void Drain(Action<int> work)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            _marked[_items[i]] = false;
            work(_items[i]);
        }

        _items.Clear();
    }
}

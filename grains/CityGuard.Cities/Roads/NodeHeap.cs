namespace CityGuard.Cities.Roads;

/// <summary>A 4-ary min-heap of (time, node), both packed in one word: ties go to the lower node, so that every run is the same.</summary>
internal sealed class NodeHeap
{
    private ulong[] _items = new ulong[1024];
    private int _count;

    public void Clear() => _count = 0;

    public void Push(int time, int node)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        var item = ((ulong)(uint)time << 32) | (uint)node;
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (_items[parent] <= item)
                break;
            _items[at] = _items[parent];
            at = parent;
        }

        _items[at] = item;
    }

    /// <summary>The least time, without taking it.</summary>
    public bool TryPeek(out int time)
    {
        time = _count == 0 ? -1 : (int)(_items[0] >> 32);
        return _count > 0;
    }

    public bool TryPop(out int time, out int node)
    {
        if (_count == 0)
        {
            time = node = -1;
            return false;
        }

        var top = _items[0];
        (time, node) = ((int)(top >> 32), (int)(uint)top);
        var last = _items[--_count];
        var at = 0;
        while (true)
        {
            var child = (4 * at) + 1;
            if (child >= _count)
                break;
            var least = child;
            for (var other = child + 1; other < Math.Min(child + 4, _count); other++)
                if (_items[other] < _items[least])
                    least = other;
            if (_items[least] >= last)
                break;
            _items[at] = _items[least];
            at = least;
        }

        _items[at] = last;
        return true;
    }
}

using System.Numerics;

namespace CityGuard.Simulation.Engine;

/// <summary>
/// Those who are free, or may be taken away, and not at their post: on the way, or waiting elsewhere. Columns of starts and speeds, so that
/// all who could come within a time are found a vector at a time.
/// </summary>
/// <remarks>
/// One who drives is seen in the cell whose road node is nearest to where it is on the straight line, at the share of its time that has
/// passed. From there its time is looked up as for everybody.
/// </remarks>
internal sealed class MovingUnits(World world)
{
    private const float Rounding = 5; // metres that single precision may cost in a city

    private readonly int[] _place = Filled(world.Units.Length);
    private readonly int _fastLanes = Vector<float>.Count;
    private int[] _unit = [], _since = [], _from = [], _to = [];
    private float[] _x = [], _y = [], _right = [], _up = [], _slack = [];
    private float[] _duration = [];
    private int _count;

    public int Count => _count;

    public int Unit(int place) => _unit[place];

    public void Clear()
    {
        for (var place = 0; place < _count; place++)
            _place[_unit[place]] = -1;
        _count = 0;
    }

    /// <summary>Sets out, or waits where both cells are the same.</summary>
    /// <param name="decisecond">When it starts to move.</param>
    /// <param name="duration">How long the trip takes, deciseconds.</param>
    public void Add(int unit, int from, int to, int decisecond, int duration)
    {
        if (_count + _fastLanes >= _unit.Length)
            Grow();
        var at = _count++;
        (_place[unit], _unit[at], _since[at], _from[at], _to[at]) = (at, unit, decisecond, from, to);
        (_x[at], _y[at], _duration[at]) = (world.X[from], world.Y[from], Math.Max(1, duration));
        (_right[at], _up[at]) = ((world.X[to] - world.X[from]) / _duration[at], (world.Y[to] - world.Y[from]) / _duration[at]);
        _slack[at] = from == to ? Rounding : world.Raster.Slack(world.X[from], world.Y[from], world.X[to], world.Y[to]) + Rounding;
    }

    public void Remove(int unit)
    {
        var (at, last) = (_place[unit], --_count);
        _place[unit] = -1;
        if (at == last)
            return;
        (_unit[at], _since[at], _from[at], _to[at], _x[at], _y[at]) = (_unit[last], _since[last], _from[last], _to[last], _x[last], _y[last]);
        (_right[at], _up[at], _slack[at], _duration[at]) = (_right[last], _up[last], _slack[last], _duration[last]);
        _place[_unit[at]] = at;
    }

    /// <summary>Cell in which a unit is seen.</summary>
    public int CellOf(int unit, int decisecond)
    {
        var at = _place[unit];
        var passed = Math.Clamp(decisecond - _since[at], 0, _duration[at]);
        return _from[at] == _to[at] || passed <= 0 ? _from[at]
            : passed >= _duration[at] ? _to[at]
            : world.Raster.CellAt(_x[at] + (_right[at] * passed), _y[at] + (_up[at] * passed));
    }

    /// <summary>Places of all who may be within a time of a cell: nobody who is within it is left out.</summary>
    /// <param name="deciseconds">Time, travel alone.</param>
    /// <param name="fastest">Metres a decisecond that nobody beats on the way there.</param>
    public int Within(int cell, int deciseconds, float fastest, int decisecond, Span<int> places)
    {
        var reach = new Vector<float>((Math.Max(0, deciseconds) + 1) * fastest);
        Vector<float> x = new(world.X[cell]), y = new(world.Y[cell]);
        var now = new Vector<int>(decisecond);
        var found = 0;
        for (var at = 0; at < _count; at += _fastLanes)
        {
            var passed = Vector.Max(Vector<float>.Zero, Vector.Min(Vector.ConvertToSingle(now - new Vector<int>(_since, at)), new Vector<float>(_duration, at)));
            var right = new Vector<float>(_x, at) + (new Vector<float>(_right, at) * passed) - x;
            var up = new Vector<float>(_y, at) + (new Vector<float>(_up, at) * passed) - y;
            var near = reach + new Vector<float>(_slack, at);
            var within = Vector.LessThanOrEqual((right * right) + (up * up), near * near);
            if (within == Vector<int>.Zero)
                continue;
            for (var lane = 0; lane < _fastLanes && at + lane < _count; lane++)
                if (within[lane] != 0)
                    places[found++] = at + lane;
        }

        return found;
    }

    private void Grow()
    {
        var size = Math.Max(64, _unit.Length * 2);
        Array.Resize(ref _unit, size);
        Array.Resize(ref _since, size);
        Array.Resize(ref _from, size);
        Array.Resize(ref _to, size);
        Array.Resize(ref _x, size);
        Array.Resize(ref _y, size);
        Array.Resize(ref _right, size);
        Array.Resize(ref _up, size);
        Array.Resize(ref _slack, size);
        Array.Resize(ref _duration, size);
    }

    private static int[] Filled(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }
}

namespace CityGuard.Simulation.Engine;

/// <summary>Roles that wait for somebody to become free: the gravest first, within a severity in the order in which they came.</summary>
internal sealed class WaitingLine
{
    private readonly Queue[] _bySeverity = [new(), new(), new(), new()];

    public int Count { get; private set; }

    public void Clear()
    {
        foreach (var queue in _bySeverity)
            queue.Clear();
        Count = 0;
    }

    public void Enter(int severity, WaitingRole role)
    {
        _bySeverity[severity].Add(role);
        Count++;
    }

    /// <summary>The first that passes; it leaves the line.</summary>
    public bool TryTake<T>(ref T test, out WaitingRole role)
        where T : struct, IRoleTest
    {
        for (var severity = _bySeverity.Length - 1; severity >= 0; severity--)
            if (_bySeverity[severity].TryTake(ref test, out role))
            {
                Count--;
                return true;
            }

        role = default;
        return false;
    }

    /// <summary>A list whose head moves on; gaps in the middle are closed.</summary>
    private sealed class Queue
    {
        private WaitingRole[] _roles = new WaitingRole[16];
        private int _head, _end;

        public void Clear() => (_head, _end) = (0, 0);

        public void Add(WaitingRole role)
        {
            if (_end == _roles.Length)
            {
                var held = _roles.AsSpan(_head, _end - _head);
                if (_head < _roles.Length / 2)
                {
                    var larger = new WaitingRole[_roles.Length * 2];
                    held.CopyTo(larger);
                    _roles = larger;
                }
                else
                {
                    held.CopyTo(_roles);
                }

                (_head, _end) = (0, held.Length);
            }

            _roles[_end++] = role;
        }

        public bool TryTake<T>(ref T test, out WaitingRole role)
            where T : struct, IRoleTest
        {
            for (var at = _head; at < _end; at++)
            {
                if (!test.Passes(_roles[at]))
                    continue;
                role = _roles[at];
                // Those before it move up by one: mostly there are none.
                _roles.AsSpan(_head, at - _head).CopyTo(_roles.AsSpan(_head + 1));
                _head++;
                return true;
            }

            role = default;
            return false;
        }
    }
}

/// <summary>One role that waits.</summary>
/// <param name="Open">Index of the open incident.</param>
/// <param name="Slot">Slot of its plan.</param>
internal readonly record struct WaitingRole(int Open, int Slot);

/// <summary>Says whether a waiting role is one that somebody can fill.</summary>
internal interface IRoleTest
{
    bool Passes(WaitingRole role);
}

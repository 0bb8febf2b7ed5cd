namespace CityGuard.Grains.Tests.Protocol;

/// <summary>One run of an actor, from its start to its end.</summary>
internal interface IActivation
{
    /// <summary>Its append is under way: as in a grain, nothing else comes in before that has an answer.</summary>
    bool IsBusy { get; }

    /// <summary>Poisoned or dead: the next call starts another.</summary>
    bool IsOver { get; }

    void Die();

    /// <summary>Reads what it has not read yet; true when there was something.</summary>
    bool Refresh();
}

/// <summary>All living activations of one actor: one, as it should be, or several, as a membership that disagrees with itself makes them.</summary>
internal sealed class Activations<T>(string name, Stage stage, Func<string, T> start)
    where T : class, IActivation
{
    private readonly List<T> _living = [];
    private int _started;

    /// <summary>The only one; null when there is none or there are several.</summary>
    public T? Sole => _living is [{ IsOver: false } only] ? only : null;

    /// <summary>The one that a call reaches, started if there is none; null when it is busy and the call waits.</summary>
    public T? Reach(int which)
    {
        _living.RemoveAll(a => a.IsOver);
        if (_living.Count == 0)
            Start();
        return _living[Math.Min(which, _living.Count - 1)] is { IsBusy: false } reached ? reached : null;
    }

    /// <summary>From now on calls reach either.</summary>
    public void Twin()
    {
        _living.RemoveAll(a => a.IsOver);
        if (_living.Count > 0)
            stage.Bites.Twins++;
        Start();
    }

    public void Die()
    {
        _living.RemoveAll(a => a.IsOver);
        if (_living.Count > 0)
            stage.Story?.Say(name, _living.Count == 1 ? "dies" : $"dies with all its {_living.Count} activations");
        stage.Bites.Deaths += _living.Count;
        foreach (var living in _living)
            living.Die();
        _living.Clear();
    }

    private void Start()
    {
        var called = ++_started == 1 ? name : $"{name} (activation {_started})";
        if (_started > 1)
            stage.Story?.Say(called, _living.Count == 0 ? "wakes" : "wakes beside a living one");
        _living.Add(start(called));
    }
}

using System.Reflection;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>How often each fault really struck, and how often what it threatens really happened: a walk on which nothing bites shows nothing.</summary>
internal sealed class Bites
{
    private static readonly PropertyInfo[] All = typeof(Bites).GetProperties();

    /// <summary>Appends under a version that another had taken.</summary>
    public int Conflicts { get; set; }

    /// <summary>Appends that were not written, and whose caller cannot know.</summary>
    public int Unwritten { get; set; }

    /// <summary>Appends that were written, and whose caller cannot know.</summary>
    public int AnswersLost { get; set; }

    /// <summary>Activations that ended because they did not know what became of their append.</summary>
    public int Poisoned { get; set; }

    /// <summary>Appends that stalled.</summary>
    public int Stalled { get; set; }

    /// <summary>Stalled appends that were in time after all.</summary>
    public int LandedInTime { get; set; }

    /// <summary>Stalled appends that met what was written meanwhile.</summary>
    public int LandedLate { get; set; }

    /// <summary>Stalled appends that arrived when their writer was dead.</summary>
    public int LandedOrphaned { get; set; }

    public int MessagesLost { get; set; }

    public int MessagesDoubled { get; set; }

    /// <summary>Second activations beside a living one.</summary>
    public int Twins { get; set; }

    /// <summary>Activations that died.</summary>
    public int Deaths { get; set; }

    public int Diverted { get; set; }

    public int ForceReleased { get; set; }

    public IEnumerable<(string What, int Times)> Counts => All.Where(p => p.PropertyType == typeof(int)).Select(p => (p.Name, (int)p.GetValue(this)!));

    public void Add(Bites other)
    {
        foreach (var property in All.Where(p => p.PropertyType == typeof(int)))
            property.SetValue(this, (int)property.GetValue(this)! + (int)property.GetValue(other)!);
    }
}

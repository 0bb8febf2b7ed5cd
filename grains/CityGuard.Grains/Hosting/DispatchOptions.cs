namespace CityGuard.Grains.Hosting;

/// <summary>How incidents are dispatched where nobody has said otherwise.</summary>
public sealed class DispatchOptions
{
    /// <summary>True: responders are sent without a person; false: they are recommended. An area's own switch wins.</summary>
    public bool Automatic { get; set; } = true;
}

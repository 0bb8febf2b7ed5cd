using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Plans;

namespace CityGuard.Web.Desk;

/// <summary>
/// One thing that a person may do at the desk. Its texts are <c>Desk.ID</c>, <c>Desk.IDMeans</c> and <c>Desk.IDPresets</c>; the page offers what it takes to be allowed,
/// and the door decides again.
/// </summary>
/// <param name="Id">Name.</param>
/// <param name="Key">Its key on the keyboard, a capital letter.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="Fits">True when the state of the incident allows it: else it is not shown.</param>
/// <param name="Give">Gives the command.</param>
public sealed record DeskAct(string Id, string Key, ActGroup Group, Func<DeskScene, bool> Fits, Func<ActCall, Task<Answer<IncidentView>>> Give)
{
    /// <summary>The right that it needs.</summary>
    public CommandRight Right { get; init; } = CommandRight.Handle;

    /// <summary>True when everything that it is about has been chosen: else it is shown, but cannot be pressed.</summary>
    public Func<DeskScene, bool> Ready { get; init; } = _ => true;

    /// <summary>What must be chosen in the dialog; none: only the reason is asked for.</summary>
    public Func<CourseRules, IReadOnlyList<ActChoice>> Choices { get; init; } = _ => [];

    /// <summary>True when it is about a role of the incident and who serves there, not about the whole.</summary>
    public bool OfRole { get; init; }

    /// <summary>Most characters of what is said.</summary>
    public int MostCharacters { get; init; } = 200;

    /// <summary>Key of the label of what is said.</summary>
    public string WhyLabel { get; init; } = "Dialog.Why";

    /// <summary>True when nothing need be said.</summary>
    public bool MayBeSilent { get; init; }

    public bool IsOffered(DeskScene scene) => scene.May(Right) && Fits(scene);
}

using CityGuard.Web.Desk.Acts;

namespace CityGuard.Web.Desk;

/// <summary>Everything that can be done at the desk, in the order of the page.</summary>
public static class DeskActs
{
    public static IReadOnlyList<DeskAct> All { get; } = [.. ForceActs.All, .. AdviceActs.All, .. CourseActs.All, .. MergeActs.All, .. AftercareActs.All, .. CommandActs.All];
}

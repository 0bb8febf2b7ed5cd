using CityGuard.Domain.Areas;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.People;

/// <summary>Who may be registered, and what each role may do.</summary>
public static class PersonRules
{
    /// <summary>Longest name, characters.</summary>
    public const int LongestName = 64;

    /// <summary>Names that one-time links without a person give to whoever opens them; no person may be mistaken for one of those.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [NameOf(PersonRole.Viewer), NameOf(PersonRole.Dispatcher), NameOf(PersonRole.Commander)];

    /// <summary>True when a role has a right. Nobody is asked for a right to read.</summary>
    public static bool Has(this PersonRole role, CommandRight right) => right switch
    {
        CommandRight.Handle => role is PersonRole.Dispatcher or PersonRole.Commander,
        CommandRight.Direct => role is PersonRole.Commander,
        _ => false,
    };

    /// <summary>The word for a role in commands and links: <c>viewer</c>, <c>dispatcher</c>, <c>commander</c>.</summary>
    public static string NameOf(PersonRole role) => role switch
    {
        PersonRole.Viewer => "viewer",
        PersonRole.Dispatcher => "dispatcher",
        PersonRole.Commander => "commander",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Why a person cannot be registered like this; null when he can.</summary>
    /// <param name="name">1 to 64 characters, none of them control characters, no blank at either end.</param>
    /// <param name="role">Who commands needs an area that has stations: city, district or sector.</param>
    /// <param name="area">Level of the area he is to be responsible for.</param>
    public static Objection? Check(string name, PersonRole role, AreaKind area)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || name.Trim() != name)
            return new Objection(ObjectionKind.Impossible, $"a name is 1 to {LongestName} characters, none of them control characters, no blank at either end");
        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            return new Objection(ObjectionKind.Conflict, $"'{name}' is what those are called who open a link without a name: name the person");
        return role is not PersonRole.Viewer && !CanBeCommanded(area)
            ? new Objection(ObjectionKind.Impossible, $"a {NameOf(role)} is responsible for a city, district or sector, not for a {area.ToString().ToLowerInvariant()}")
            : null;
    }

    /// <summary>True for areas that commands can be limited to: those of the police tree that contain whole sectors.</summary>
    public static bool CanBeCommanded(AreaKind area) => area is AreaKind.City or AreaKind.District or AreaKind.Sector;
}

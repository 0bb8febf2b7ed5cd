using CityGuard.Domain.People;

namespace CityGuard.Silo.Commands;

/// <summary>Roles of people as they are typed; the first is what a link without a role is for.</summary>
internal static class RoleOption
{
    public static string[] Words { get; } = [.. new[] { PersonRole.Commander, PersonRole.Dispatcher, PersonRole.Viewer }.Select(PersonRules.NameOf)];

    /// <summary>The role of a word that the option has accepted.</summary>
    public static PersonRole Parse(string word) => Enum.GetValues<PersonRole>().Single(role => PersonRules.NameOf(role) == word);
}

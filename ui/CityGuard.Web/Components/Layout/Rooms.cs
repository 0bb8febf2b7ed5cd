using System.Collections.Immutable;

namespace CityGuard.Web.Components.Layout;

/// <summary>The pages of the house, and the key that leads to each from all the others.</summary>
internal static class Rooms
{
    /// <summary>All of them in the order shown: path, word of the link, key, and word of the key in the list of keys.</summary>
    public static ImmutableArray<(string Path, string Word, string Key, string KeyWord)> All { get; } =
    [
        ("/", "Desk.ToMap", "L", "Keys.Live"), ("/desk", "Desk.Title", "K", "Keys.Desk"), ("/aid", "Aid.Title", "1", "Keys.Aid"), ("/events", "Events.Title", "2", "Keys.Events"),
        ("/duty", "Duty.Title", "3", "Keys.Duty"), ("/roads", "Roads.Title", "4", "Keys.Roads"), ("/what-if", "WhatIf.Title", "5", "Keys.WhatIf"),
    ];

    /// <summary>The keys that lead away from a page, in small letters.</summary>
    public static IEnumerable<string> KeysFrom(string here) => From(here).Select(room => room.Key.ToLowerInvariant());

    /// <summary>The same as lines of the list of keys.</summary>
    public static IEnumerable<(string Key, string Word)> LinesFrom(string here) => From(here).Select(room => (room.Key, room.KeyWord));

    /// <summary>Where a key leads from a page; null: nowhere, so that the page may use it otherwise.</summary>
    public static string? PathFrom(string here, string key) => From(here).FirstOrDefault(room => room.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Path;

    /// <summary>The rooms but the one that one is in.</summary>
    public static IEnumerable<(string Path, string Word, string Key, string KeyWord)> From(string here) => All.Where(room => room.Path != here);
}

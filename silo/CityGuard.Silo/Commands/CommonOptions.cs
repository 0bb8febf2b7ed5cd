using System.CommandLine;

namespace CityGuard.Silo.Commands;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Folder of the journal, the vault and the keys.",
        DefaultValueFactory = _ => "./data",
    };

    public static Option<string?> Settings() => new("--settings") { Description = "JSON file with the settings of the cluster; the environment (CITYGUARD_REDIS, CITYGUARD_TABLES ...) goes before it." };

    public static Option<string> Url() => new("--url") { Description = "Address of the page.", DefaultValueFactory = _ => CityOptions.DefaultUrl };

    public static string SignInAddress(string url, string token) => $"{url.TrimEnd('/')}/signin?token={token}";

    /// <summary>An option that takes one of a few words; the first is the default.</summary>
    public static Option<string> OneOf(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}

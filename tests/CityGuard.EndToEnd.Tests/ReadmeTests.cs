using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CityGuard.Silo.Commands;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>The table of commands in each README says what the command line takes, no more and no less.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Its_commands_are_those_that_there_are(string file)
    {
        var commands = Leaves(CommandLine.Create(), "").ToDictionary(leaf => leaf.Path, leaf => leaf.Command);
        var rows = Row().Matches(File.ReadAllText(Path.Combine(Root(), file))).Select(row => row.Groups).ToList();

        rows.SelectMany(row => Paths(row["command"].Value)).ShouldBe(commands.Keys, ignoreOrder: true);
        foreach (var row in rows)
            foreach (var option in Option().Matches(row[0].Value).Select(match => match.Value))
                Paths(row["command"].Value).SelectMany(path => commands[path].Options).ShouldContain(o => o.Name == option, $"{option} of {row["command"].Value}");
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path)
    {
        if (command.Action is not null)
            yield return (path, command);
        foreach (var leaf in command.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}".Trim())))
            yield return leaf;
    }

    /// <summary><c>city info|import jemss</c> is two commands; what is in brackets and what is in capitals stands for something else.</summary>
    private static string[] Paths(string shown)
    {
        var ways = Placeholder().Replace(shown, "").Split(@"\|", StringSplitOptions.TrimEntries);
        var group = ways[0].Split(' ')[0];
        return [ways[0], .. ways[1..].Select(way => $"{group} {way}")];
    }

    private static string Root([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..");

    [GeneratedRegex(@"^\| `cityguard ?(?<command>[^`]*)` \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[[^\]]*\]|\b[A-Z]+\b")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();
}

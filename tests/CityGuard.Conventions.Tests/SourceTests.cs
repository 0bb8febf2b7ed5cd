using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CityGuard.Conventions.Tests;

/// <summary>Habits that a reader relies on.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void No_file_is_two_rooms_in_one()
        => House.Sources(".cs", ".razor", ".js", ".mjs", ".css").Where(p => File.ReadLines(p).Count() > 400).Select(House.Relative).ShouldBeEmpty();

    [Fact]
    public void Namespaces_equal_folders()
    {
        var wrong = new List<string>();
        foreach (var path in House.Sources(".cs"))
        {
            var declared = NamespaceLine().Match(File.ReadAllText(path));
            if (!declared.Success)
                continue;
            var parts = House.Relative(Path.GetDirectoryName(path)!).Split('/');
            var project = Array.FindIndex(parts, p => p.StartsWith("CityGuard.", StringComparison.Ordinal));
            if (project >= 0 && declared.Groups[1].Value != string.Join('.', parts[project..]))
                wrong.Add($"{House.Relative(path)}: {declared.Groups[1].Value}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_vague_names_and_no_regions()
        => House.Sources(".cs").Where(p => !House.Within(p, "tests"))
            .Where(p => Vague().IsMatch(File.ReadAllText(p))).Select(House.Relative).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later_in_the_code()
        => House.Sources(".cs", ".razor", ".js", ".mjs").Where(p => !p.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(p => Later().IsMatch(File.ReadAllText(p))).Select(House.Relative).ShouldBeEmpty();

    [Fact]
    public void Lock_files_carry_no_addresses()
        => Directory.EnumerateFiles(House.Root, "package-lock.json", SearchOption.AllDirectories)
            .Where(p => !p.Contains("node_modules", StringComparison.Ordinal))
            .Where(p => File.ReadAllText(p).Contains("\"resolved\"", StringComparison.Ordinal)).Select(House.Relative).ShouldBeEmpty();

    [Fact]
    public void Nobody_sleeps_in_a_test()
        => House.Sources(".cs").Where(p => House.Within(p, "tests") && !p.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(p => Sleep().IsMatch(File.ReadAllText(p))).Select(House.Relative).ShouldBeEmpty();

    /// <summary>Role and area are checked where the scope is: no door may ask for the one without the other.</summary>
    [Fact]
    public void Commands_are_admitted_in_one_place()
        => House.Sources(".cs").Where(p => House.Within(p, "grains") && File.ReadAllText(p).Contains("Scope.Command", StringComparison.Ordinal)).Select(House.Relative)
            .ShouldBe(["grains/CityGuard.Grains/Front/Mandates.cs"]);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(class|record|struct|interface) \w*(Manager|Helper|Utils|Info)\b|#region")]
    private static partial Regex Vague();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bHACK\b|\bFIXME\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"Thread\.Sleep\(")]
    private static partial Regex Sleep();
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Plans;
using CityGuard.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Resources;

public sealed partial class TextTests : Room
{
    private static readonly string Web = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "ui", "CityGuard.Web"));

    public static TheoryData<string> Cultures => [.. Localization.Cultures.Known];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_text_is_found_in_every_language(string culture)
    {
        var texts = Texts(culture);
        Keys("en").Where(key => texts[key].ResourceNotFound || string.IsNullOrWhiteSpace(texts[key].Value)).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places_to_fill()
    {
        Keys("zh-CN").ShouldBe(Keys("en"));
        foreach (var key in Keys("en"))
            Places(Texts("zh-CN")[key].Value).ShouldBe(Places(Texts("en")[key].Value), key);
    }

    [Fact]
    public void Every_text_the_page_asks_for_exists()
    {
        var keys = Keys("en").ToHashSet();
        var asked = Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(60);
        asked.Where(key => !keys.Contains(key)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_value_that_is_shown_has_a_name(string culture)
    {
        var texts = Texts(culture);
        string[] keys =
        [
            .. EventCodec.Incidents.Kinds.Select(n => $"Fact.{n}"),
            .. Enum.GetNames<ReadinessLevel>().Select(n => $"Level.{n}"), .. Enum.GetNames<ResponderStatus>().Select(n => $"Status.{n}"),
            .. Enum.GetNames<IncidentSeverity>().Select(n => $"Severity.{n}"), .. Enum.GetNames<IncidentState>().Select(n => $"State.{n}"),
            .. Enum.GetNames<AssignmentState>().Select(n => $"Assignment.{n}"), .. Enum.GetNames<Reach>().Select(n => $"Reach.{n}"), .. Enum.GetNames<Verdict>().Select(n => $"Verdict.{n}"), .. Enum.GetNames<DispatchMode>().SelectMany(n => (string[])[$"Mode.{n}", $"Mode.{n}Means"]),
        ];
        keys.Where(key => texts[key].ResourceNotFound).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Every_key_of_the_default_rules_has_a_word(string culture)
    {
        var texts = Texts(culture);
        using var rules = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "..", "..", "grains", "CityGuard.Cities", "Rules", "default-rules.json")));
        var plans = rules.RootElement.GetProperty("plans").EnumerateArray().ToList();
        var asked = new List<(string Family, string? Key)>();
        asked.AddRange(plans.Select(p => ("Plan", p.GetProperty("id").GetString())));
        asked.AddRange(plans.Select(p => ("Desk", p.GetProperty("desk").GetString())).Where(d => d.Item2 is not null));
        asked.AddRange(plans.SelectMany(p => p.GetProperty("roles").EnumerateArray()).Select(r => ("Role", r.GetProperty("role").GetString())));
        asked.AddRange(rules.RootElement.GetProperty("unitChecks").EnumerateArray().Select(c => ("Check", c.GetProperty("id").GetString())));
        asked.AddRange([("Check", "position"), ("Cause", "first"), ("Cause", "refused"), ("Cause", "clock"), ("Cause", "again"), ("Cause", "mode")]);
        asked.Count.ShouldBeGreaterThan(25);
        asked.Distinct().Where(a => texts[$"{a.Family}.{char.ToUpperInvariant(a.Key![0])}{a.Key[1..]}"].ResourceNotFound).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_nobody_wrote_is_not_found() => Texts("en")["No.Such.Text"].ResourceNotFound.ShouldBeTrue();

    private IStringLocalizer<Text> Texts(string culture)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        return Services.GetRequiredService<IStringLocalizer<Text>>();
    }

    private static List<string> Keys(string culture)
        => [.. XDocument.Load(Path.Combine(Web, "Resources", $"Text.{culture}.resx")).Descendants("data").Select(d => (string)d.Attribute("name")!)];

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Order()];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("""(?:\bL|\btexts)\[(?:\w+ \? )?"([\w.]+)["]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

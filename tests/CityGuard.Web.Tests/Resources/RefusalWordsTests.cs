using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CityGuard.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Resources;

public sealed partial class RefusalWordsTests : Room
{
    // Of the rules that a desk can run into; what only crews, integrations and repeats meet is told in English.
    private static readonly string[] Rules =
    [
        "IncidentRules.Losses.cs", "IncidentRules.Reopen.cs", "RecommendationRules.cs", "Handling/Aftercare.cs", "Handling/Evaluating.cs", "Handling/FalseAlarms.cs",
        "Handling/Verification.cs", "Handling/Escalations.cs", "Handling/PartnerRules.cs", "Merging/MergeRules.cs", "Merging/AttachRules.cs",
    ];

    [Theory]
    [InlineData("en", "Whoever handled it does not check it.")]
    [InlineData("zh-CN", "处置人不得核查自己处置的警情。")]
    public void A_refusal_is_told_in_the_language_of_who_reads(string culture, string told)
        => Words(culture).Reason("whoever handled it does not check it").ShouldBe(told);

    [Fact]
    public void Names_times_and_grades_in_it_are_told_in_that_language_too()
    {
        var words = Words("zh-CN");
        words.Reason("this incident (high) is not graver than i-2 (critical), which holds p-C-0001").ShouldBe("越秀巡01 所在警情（特别严重）并不轻于本警情（严重），不能抽调。");
        words.Reason("Li has checked it at 2026-03-04T05:06:08.0000000+00:00").ShouldBe("Li 已于 13:06:08 核查。");
        words.Reason("p-C-0001 refused: held by another assignment").ShouldBe("越秀巡01 不能前往：正在执行其他派警。");
        words.Reason("this needs a commander; Li is a dispatcher").ShouldBe("需要指挥长权限；Li 是调度员。");
        words.Holder("p-C-0001 at 2026-03-04T05:06:08Z").ShouldBe("越秀巡01 at 13:06:08");
    }

    [Fact]
    public void What_nobody_translated_is_told_as_the_door_says_it() => Words("zh-CN").Reason("the moon is full").ShouldBe("the moon is full");

    [Fact]
    public void Every_refusal_of_the_rules_that_a_desk_meets_is_known()
    {
        var words = Words("zh-CN");
        var sentences = Rules.SelectMany(file => Sentence().Matches(File.ReadAllText(Path.Combine(Incidents(), file)))).Select(m => Hole().Replace(m.Groups[1].Value, "p-C-0001")).Distinct().ToList();
        sentences.Count.ShouldBeGreaterThan(20);
        sentences.Where(sentence => words.Reason(sentence) == sentence).ShouldBeEmpty();
    }

    private RefusalWords Words(string culture)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        return Services.GetRequiredService<RefusalWords>();
    }

    private static string Incidents([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "grains", "CityGuard.Domain", "Incidents");

    [GeneratedRegex("""new Objection\(\s*ObjectionKind\.\w+,\s*\$?"((?:[^"{]|\{[^}]*\})*)["]""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}

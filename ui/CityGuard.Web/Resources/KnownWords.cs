using System.Globalization;
using System.Text.RegularExpressions;
using CityGuard.Domain.Responders;
using CityGuard.Web.Panels;
using Microsoft.Extensions.Localization;

namespace CityGuard.Web.Resources;

/// <summary>Words for the keys of rules and logs. A city may bring its own keys: one that this page does not know is told as the city tells it.</summary>
public static partial class KnownWords
{
    private const string RecommendedOnly = ", recommended only", NotOnScene = " is not on scene";

    /// <summary>The word for <paramref name="key"/> of one family: <c>Role</c>, <c>Plan</c>, <c>Desk</c>, <c>Check</c>, <c>Verdict</c>.</summary>
    public static string Word(this IStringLocalizer texts, string family, string key)
        => key.Length > 0 && texts[$"{family}.{char.ToUpperInvariant(key[0])}{key[1..]}"] is { ResourceNotFound: false } known ? known.Value : key;

    /// <summary>Why a decision was made, and that nobody was sent where it was a recommendation only.</summary>
    public static string Cause(this IStringLocalizer texts, string cause) => cause.EndsWith(RecommendedOnly, StringComparison.Ordinal)
        ? texts["Cause.RecommendedOnly", texts.Word("Cause", cause[..^RecommendedOnly.Length])]
        : texts.Word("Cause", cause);

    /// <summary>What is late and has climbed.</summary>
    public static string Late(this IStringLocalizer texts, string cause) => cause switch
    {
        "no leader is on scene" => texts["Late.Leader"],
        "nobody has fed back" => texts["Late.Feedback"],
        "nobody has checked" => texts["Late.Check"],
        _ when cause.EndsWith(NotOnScene, StringComparison.Ordinal) => texts["Late.Role", texts.Word("Role", cause[..^NotOnScene.Length])],
        _ => cause,
    };

    /// <summary>Who holds what was asked for: the door's sentence in the reader's words.</summary>
    public static string Holder(this IStringLocalizer texts, string holder, CityNames names, CityClock clock)
        => HolderSentence().Match(holder) is { Success: true, Groups: var said } && ResponderId.TryParse(said["who"].Value, out var who)
            && DateTimeOffset.TryParse(said["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? texts["Holder.Of", names.CallSign(who), texts.Word("Role", said["role"].Value), said["by"].Value == "the dispatch policy" ? texts["Holder.Policy"].Value : said["by"].Value, clock.TimeOf(at)]
            : holder;

    [GeneratedRegex(@"^(?<who>\S+) as (?<role>.+) \(o-\d+\), chosen by (?<by>.+) at (?<at>\S+)$")]
    private static partial Regex HolderSentence();

    /// <summary>Why a responder refused.</summary>
    public static string Refusal(this IStringLocalizer texts, string reason) => reason switch
    {
        "held by another assignment" => texts["Refusal.Held"],
        "out of service" => texts["Refusal.OutOfService"],
        _ when reason.StartsWith("expected epoch ", StringComparison.Ordinal) => texts["Refusal.Epoch"],
        _ when reason.StartsWith("the incident has moved on", StringComparison.Ordinal) => texts["Refusal.MovedOn"],
        _ when reason.Contains(" is filled", StringComparison.Ordinal) => texts["Refusal.Filled"],
        _ when reason.Contains(" is being replaced already", StringComparison.Ordinal) => texts["Refusal.Replaced"],
        _ when reason.Contains(" is on this incident already", StringComparison.Ordinal) => texts["Refusal.OnIt"],
        _ => reason,
    };
}

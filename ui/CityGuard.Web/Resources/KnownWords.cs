using Microsoft.Extensions.Localization;

namespace CityGuard.Web.Resources;

/// <summary>Words for the keys of rules and logs. A city may bring its own keys: one that this page does not know is told as the city tells it.</summary>
public static class KnownWords
{
    private const string RecommendedOnly = ", recommended only";

    /// <summary>The word for <paramref name="key"/> of one family: <c>Role</c>, <c>Plan</c>, <c>Desk</c>, <c>Check</c>, <c>Verdict</c>.</summary>
    public static string Word(this IStringLocalizer texts, string family, string key)
        => key.Length > 0 && texts[$"{family}.{char.ToUpperInvariant(key[0])}{key[1..]}"] is { ResourceNotFound: false } known ? known.Value : key;

    /// <summary>Why a decision was made, and that nobody was sent where it was a recommendation only.</summary>
    public static string Cause(this IStringLocalizer texts, string cause) => cause.EndsWith(RecommendedOnly, StringComparison.Ordinal)
        ? texts["Cause.RecommendedOnly", texts.Word("Cause", cause[..^RecommendedOnly.Length])]
        : texts.Word("Cause", cause);

    /// <summary>Why a responder refused.</summary>
    public static string Refusal(this IStringLocalizer texts, string reason) => reason switch
    {
        "held by another assignment" => texts["Refusal.Held"],
        "out of service" => texts["Refusal.OutOfService"],
        _ when reason.StartsWith("expected epoch ", StringComparison.Ordinal) => texts["Refusal.Epoch"],
        _ => reason,
    };
}

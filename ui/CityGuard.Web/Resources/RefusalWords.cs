using System.Globalization;
using System.Text.RegularExpressions;
using CityGuard.Domain.Responders;
using CityGuard.Web.Panels;
using Microsoft.Extensions.Localization;

namespace CityGuard.Web.Resources;

/// <summary>Why something was refused, in the reader's language. A sentence that this page does not know is told as the door says it.</summary>
public sealed partial class RefusalWords(IStringLocalizer<Text> texts, CityNames names, CityClock clock)
{
    private static readonly (string Key, Regex Pattern, string[] Kinds)[] Known = [.. RefusalSentences.All.Select(known => Compile(known.Key, known.Sentence))];

    public string Reason(string reason)
    {
        foreach (var (key, pattern, kinds) in Known)
            if (pattern.Match(reason) is { Success: true } said)
                return texts[$"Refused.{key}", [.. kinds.Select((kind, i) => (object)Told(kind, said.Groups[i + 1].Value))]];
        return texts.Refusal(reason);
    }

    /// <summary>Who holds what was asked for: times and call signs as people read them.</summary>
    public string Holder(string holder)
    {
        var sentence = texts.Holder(holder, names, clock);
        return Stamp().Replace(Ids().Replace(sentence, id => ResponderId.TryParse(id.Value, out var who) ? names.CallSign(who) : id.Value), at => Told("time", at.Value));
    }

    private string Told(string kind, string said) => kind switch
    {
        "who" => ResponderId.TryParse(said, out var who) ? names.CallSign(who) : said,
        "role" => texts.Word("Role", said),
        "area" => names.Area(said),
        "measure" => texts.Word("Measure", said),
        "severity" => texts.Word("Severity", said),
        "time" => DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? clock.TimeOf(at) : said,
        "people" => string.Join(texts["People.Or"], said.Split(" or ").Select(one => texts.Word("People", one))),
        "closing" => texts[said.StartsWith("a check", StringComparison.Ordinal) ? "Closing.Check" : "Closing.Feedback"],
        "reason" => Reason(said),
        _ => said,
    };

    private static (string, Regex, string[]) Compile(string key, string sentence)
    {
        var kinds = new List<string>();
        var pattern = Place().Replace(Regex.Escape(sentence), place =>
        {
            kinds.Add(place.Groups[1].Value);
            return place.Groups[1].Value is "who" or "area" or "time" or "severity" ? @"(\S+?)" : "(.+?)";
        });
        return (key, new Regex($"^{pattern}$", RegexOptions.CultureInvariant), [.. kinds]);
    }

    // Escaping leaves the closing brace alone.
    [GeneratedRegex(@"\\\{(\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b[up]-[A-Z]-\d+\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")]
    private static partial Regex Stamp();
}

using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;
using CityGuard.Web.Panels;
using Microsoft.Extensions.Localization;

namespace CityGuard.Web.Resources;

/// <summary>A price in readiness, in words.</summary>
public sealed class PriceWords(IStringLocalizer<Text> texts, CityNames names)
{
    private const int Named = 8;

    /// <summary>Levels to which anything falls, the deepest first.</summary>
    public static IEnumerable<LevelLoss> Falls(ReadinessPrice price) => price.Losses.Where(loss => loss.Cells + loss.Targets > 0).OrderByDescending(loss => loss.Level);

    /// <summary>How much falls how deep, which places those are, and of what nothing is known.</summary>
    public string Of(ReadinessPrice price)
    {
        List<string> lines = [.. Falls(price).Select(loss => texts["Price.Falls", texts[$"Level.{loss.Level}"].Value, loss.Cells, Math.Round(loss.People), loss.Targets].Value)];
        if (lines.Count == 0)
            lines.Add(texts["Price.Nothing"]);
        if (price.Worst.Count > 0)
            lines.Add(texts["Price.Places", string.Join(texts["Punctuation.List"], price.Worst.Take(Named).Select(place => Place(place.Place)))]);
        if (price.Silent.Count > 0)
            lines.Add(texts["Price.Silent", string.Join(texts["Punctuation.List"], price.Silent.Select(sector => names.Area(sector.Value)))]);
        return string.Join('\n', lines);
    }

    private string Place(string id) => TargetId.TryParse(id, out var target) ? names.Target(target) : id;
}

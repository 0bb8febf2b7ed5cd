using System.Globalization;
using CityGuard.Domain.Duty;
using CityGuard.Web.Panels;
using Microsoft.Extensions.Localization;

namespace CityGuard.Web.Resources;

/// <summary>What a duty level asks for, in the reader's language.</summary>
public sealed class MeasureWords(IStringLocalizer<Text> texts, CityNames names)
{
    public string Name(DutyMeasure measure) => texts[$"Measure.{measure}"];

    /// <summary>One measure of a level, e.g. <c>Patrol group 95 %</c>.</summary>
    public string Of(DutyMeasures level, DutyMeasure measure) => measure switch
    {
        DutyMeasure.Strength => level.ShareOut.Count == 0 ? texts["Measure.AllOut"] : List(level.ShareOut.Select(share => $"{names.Kind(share.Key)} {Percent(share.Value)}")),
        DutyMeasure.MassForces => List(level.MassForces.Select(layer => CityNames.Of(layer.Name))),
        DutyMeasure.Circles => string.Join("; ", level.Circles.GroupBy(circle => circle.Value).OrderBy(same => same.Key)
            .Select(same => $"× {same.Key.ToString("0.##", CultureInfo.InvariantCulture)}: {List(same.Select(circle => names.Standard(circle.Key)))}")),
        _ => level.SignInSeconds is { } seconds ? texts["Measure.Every", CityClock.Span(TimeSpan.FromSeconds(seconds))] : "",
    };

    private string List(IEnumerable<string> parts) => string.Join(texts["Punctuation.List"], parts);

    private static string Percent(double share) => $"{(share * 100).ToString("0.#", CultureInfo.InvariantCulture)}%";
}

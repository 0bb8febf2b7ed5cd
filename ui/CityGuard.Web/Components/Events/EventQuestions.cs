using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Web.Events;
using CityGuard.Web.Map;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CityGuard.Web.Components.Events;

/// <summary>What the dialog of an action asks, from the city's own lists, the usual answer first.</summary>
public sealed class EventQuestions(ICityMapSource source, EventNames names, IStringLocalizer<Text> texts)
{
    public DialogParameters<EventDialog> Of(EventAction action, GridEventView seen)
    {
        var (label, choices) = Choice(action, seen);
        var (moreLabel, more) = More(action);
        return new DialogParameters<EventDialog>
        {
            { d => d.Means, texts[$"Events.{action}Means", names.Category(seen.Line.Category)].Value },
            { d => d.ChoiceLabel, label }, { d => d.Choices, choices }, { d => d.MoreLabel, moreLabel }, { d => d.More, more }, { d => d.WantsWhy, EventActions.WantsWhy(action) },
        };
    }

    private (string? Label, (string Key, string Name)[] Choices) Choice(EventAction action, GridEventView seen) => action switch
    {
        EventAction.Register => (texts["Events.Category"], First(seen.Line.Category, names.Terms.Categories.Select(c => c.Id), names.Category)),
        EventAction.Reject => (texts["Events.Reason"], First(null, names.Terms.RejectReasons.Select(r => r.Id), names.Reason)),
        EventAction.Assign => (texts["Events.Department"], First(names.Terms.Category(seen.Line.Category)?.Department, names.Terms.Departments.Select(d => d.Id), names.Department)),
        EventAction.Handled => (texts["Events.Result"], First(null, names.Terms.Results.Select(r => r.Id), names.Result)),
        EventAction.CheckFailed => (texts["Events.BackTo"], First(null, ["handle", "assign"], key => texts.Word("EventBack", key))),
        EventAction.To110 => (texts["Events.Type"], [.. source.City.IncidentTypes.Select(type => (type.Id, CityNames.Of(type.Name)))]),
        _ => (null, []),
    };

    private (string? Label, (string Key, string Name)[] Choices) More(EventAction action) => action switch
    {
        EventAction.Assign => (texts["Events.Person"], []),
        EventAction.To110 => (texts["Events.Severity"], First(nameof(IncidentSeverity.Medium), Enum.GetNames<IncidentSeverity>(), key => texts[$"Severity.{key}"])),
        _ => (null, []),
    };

    private static (string Key, string Name)[] First(string? usual, IEnumerable<string> keys, Func<string, string> name)
        => [.. keys.OrderBy(key => key == usual ? 0 : 1).Select(key => (key, name(key)))];
}

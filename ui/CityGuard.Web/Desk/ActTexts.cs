using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CityGuard.Web.Desk;

/// <summary>The words of an act in the reader's language.</summary>
public sealed class ActTexts(IStringLocalizer<Text> texts, CityNames names)
{
    public string Title(DeskAct act) => texts[$"Desk.{act.Id}"];

    /// <summary>Title and what it does, for who rests on the button.</summary>
    public string Hint(DeskAct act, DeskScene scene) => act.Ready(scene) ? Means(act, scene) : texts[$"Desk.{act.Id}Needs"];

    /// <summary>What confirming does: {0} the role, {1} who goes, {2} who is there now, {3} the other incident or level that it touches.</summary>
    public string Means(DeskAct act, DeskScene scene) => texts[
        act.Id is "Merge" && scene.Other is { IsElder: false } ? "Desk.MergeHereMeans" : $"Desk.{act.Id}Means",
        scene.Role is { } role ? texts.Word("Role", role) : "",
        act.Id is "Confirm" or "Decline" && scene.Advised is { } advised ? string.Join(texts["Punctuation.List"], advised.Advised.Select(names.CallSign)) : scene.Candidate is { } to ? names.CallSign(to.Responder) : "",
        scene.Chosen is { } held ? names.CallSign(held.Responder) : "",
        Other(act, scene)];

    /// <summary>The usual reasons, which may depend on what was chosen; the first is filled in.</summary>
    public IReadOnlyList<string> Presets(DeskAct act, string? choice) => act.MayBeSilent ? [] : (choice is not null && texts[$"Desk.{act.Id}.{choice}Presets"] is { ResourceNotFound: false } own
        ? own.Value : texts[$"Desk.{act.Id}Presets"].Value).Split('|', StringSplitOptions.TrimEntries);

    public string Choice(ActChoice choice) => choice.Name is { } name ? CityNames.Of(name) : texts[$"Choice.{choice.Id}"];

    public string WhyLabel(DeskAct act) => texts[act.WhyLabel];

    private string Other(DeskAct act, DeskScene scene) => act.Id switch
    {
        "Divert" when scene.Holder is { } holder => texts["Desk.OtherIncident", names.IncidentType(holder.Type), texts[$"Severity.{holder.Severity}"].Value],
        "AnswerPartner" when scene.Asked is { } asked => texts["Desk.OtherPartner", CityNames.Of(asked.Name), asked.Count, names.Kind(asked.Kind)],
        "Merge" when scene.Other is { Line: var line } => texts["Desk.OtherIncident", names.IncidentType(line.Type), texts[$"Severity.{line.Severity}"].Value],
        "TakeNote" when scene.Unnoted is { } line => texts["Desk.OtherLevel", names.Area(line.To.Value), line.By is null ? texts.Late(line.Cause) : line.Cause],
        _ => "",
    };
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Front;

/// <summary>Which open incidents may be one event. The boards tell place, time and type; texts are read of the likeliest only, and only for who may see them.</summary>
internal sealed partial class DeskFront
{
    private const int ReadPerShown = 2;

    private SimilarityRules Rules => index.City.Rules.Course.Similarity;

    public async Task<Answer<SimilarList>> Similar(Credential caller, string incident)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if (admitted.Refusal is { } shut)
            return shut;
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        var personal = admitted.Value!.SeesPersonalData;
        var seen = await inward.Read(() => Incident(id).View(personal));
        if (seen.Value is not { } view)
            return seen.Refusal!;
        if (view.State is IncidentState.Closing or IncidentState.Closed)
            return new Refusal(RefusalCode.Conflict, "the incident is closing or closed: nothing is merged with it any more");
        if (!index.TrySector(view.Sector.Value, out var own))
            return new Refusal(RefusalCode.Conflict, "the incident lies outside the city: no board knows what is near it");
        int[] asked = [own, .. index.Neighbours(own)];
        var answers = await round.Ask(asked, sector => sector.OpenIncidents());
        if (answers.Count == 0)
            return new Refusal(RefusalCode.Unavailable, "no board nearby answers now: ask again in a moment");
        var others = answers.Values.SelectMany(lines => lines).Where(line => line.Id != id && line.State != IncidentState.Closing).DistinctBy(line => line.Id);
        var ranked = Ranked(view, others.Select(line => (line, Text: default(string)))).ToArray();
        if (personal && view.Description is { Length: > 0 })
            ranked = [.. Ranked(view, await Texts(ranked.Take(Rules.MostShown * ReadPerShown)))];
        return new SimilarList(id, view.Version, answers.Count == asked.Length, [.. ranked.Take(Rules.MostShown)]);
    }

    private IEnumerable<SimilarIncident> Ranked(IncidentView view, IEnumerable<(IncidentLine Line, string? Text)> others)
    {
        var one = new Compared(view.Type, view.Place, view.Times.ReceivedAt, view.Description);
        return others.Select(other => (other.Line, Likeness: Similarity.Of(Rules, one, new Compared(other.Line.Type, other.Line.Place, other.Line.ReceivedAt, other.Text))))
            .Where(other => other.Likeness is not null)
            .OrderByDescending(other => other.Likeness!.Score).ThenBy(other => other.Line.Id.Value, StringComparer.Ordinal)
            .Select(other => new SimilarIncident(other.Line, IsElder(other.Line, view), other.Likeness!));
    }

    private Task<(IncidentLine Line, string? Text)[]> Texts(IEnumerable<SimilarIncident> of)
        => Task.WhenAll(of.Select(async near => (near.Line, (await round.OrSilent(() => Incident(near.Line.Id).View(personal: true)))?.Value?.Description)));

    private static bool IsElder(IncidentLine other, IncidentView view) => AttachRules.IsElder(other.Id, other.ReceivedAt, view.Id, view.Times.ReceivedAt);
}

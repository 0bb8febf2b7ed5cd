using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Grains.Desk;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Readiness;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for people at a desk.</summary>
[StatelessWorker, Reentrant, GrainType("desk-front")]
internal sealed partial class DeskFront(CityIndex index, ICallerVerifier verifier, SectorRound round, Inward inward) : Grain, IDeskFront
{
    private const int Role = 64, Window = 64;

    public async Task<Answer<CandidateList>> Candidates(Credential caller, string incident, string role)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        if (ReportCheck.Text(role, 1, Role, "role") is { } text)
            return text;
        return IncidentId.TryParse(incident, out var id) ? await inward.Read(() => Incident(id).Candidates(role)) : IncidentFront.NoSuchIncident(incident);
    }

    public async Task<Answer<IReadOnlyList<TimelineEntry>>> Timeline(Credential caller, string incident)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        return IncidentId.TryParse(incident, out var id) ? await inward.Read(() => Incident(id).Timeline()) : IncidentFront.NoSuchIncident(incident);
    }

    public async Task<Answer<Done>> Look(Credential caller, string incident, string window, Attention attention, string? role)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((ReportCheck.Text(window, 1, Window, "window") ?? ReportCheck.Text(role, 0, Role, "role")) is { } text)
            return text;
        if (!Enum.IsDefined(attention))
            return new Refusal(RefusalCode.Malformed, "attention is none of left, looking, deciding");
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        return await inward.Read<Done>(async () =>
        {
            if (await Incident(id).Where() is not { } sector || !index.TrySector(sector.Value, out var at))
                return IncidentFront.NoSuchIncident(incident);
            await Book(at).Hear(window, admitted.Value!.Name, id, sector, attention, role);
            return Done.Value;
        });
    }

    public async Task<Answer<IReadOnlyList<PresenceView>>> Present(Credential caller, string area)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        if (area is null || !index.City.TryArea(area, out var within))
            return new Refusal(RefusalCode.Unknown, $"the city has no area '{Places.Short(area ?? "")}'");
        var districts = index.Areas.Touching(within).ToArray().GroupBy(sector => index.City.Cells.Sectors[sector].District);
        var answers = await Task.WhenAll(districts.Select(sectors => round.OrSilent(() => Book(sectors.First()).Present([.. sectors.Select(s => index.SectorIds[s])]))));
        return answers.OfType<IReadOnlyList<PresenceView>>().SelectMany(present => present).ToArray();
    }

    private IPresenceGrain Book(int sector) => GrainFactory.GetGrain<IPresenceGrain>(index.City.Areas[index.City.Cells.Sectors[sector].District].Id.Value);

    private IIncidentGrain Incident(IncidentId id) => GrainFactory.GetGrain<IIncidentGrain>(id.Value);
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;

namespace CityGuard.Grains.Front;

/// <summary>
/// The one place where who gives a command is checked, at every call: scope, role, and whether what is commanded lies in the caller's area of the police tree.
/// What the city does not know passes, for the door that asked names the unknown thing in its own words.
/// </summary>
internal sealed class Mandates(CityIndex index, ICallerVerifier verifier, IGrainFactory grains, Inward inward)
{
    /// <summary>A command about an incident: its sector counts.</summary>
    public async Task<Answer<Caller>> OverIncident(Credential? credential, string? incident, CommandRight right = CommandRight.Handle)
    {
        var admitted = await Admit(credential, right);
        if (admitted.Value is not { Area: not null } caller || !IncidentId.TryParse(incident, out var id))
            return admitted;
        var seat = await inward.Read(async () => Seat.Of(await grains.GetGrain<IIncidentGrain>(id.Value).Where()));
        if (seat.Refusal is { } silence)
            return silence;
        return seat.Value is { Sector: { } sector }
            ? Within(caller, sector, $"incident {id} of {sector}")
            : new Refusal(RefusalCode.Unknown, $"there is no incident '{id}'");
    }

    /// <summary>A command about a responder: the sector of its post counts.</summary>
    public async Task<Answer<Caller>> OverResponder(Credential? credential, string? responder, CommandRight right = CommandRight.Handle)
    {
        var admitted = await Admit(credential, right);
        return admitted.Value is { Area: not null } caller && responder is not null && index.City.TryResponder(responder, out var at)
            ? Within(caller, AreaId.Parse(index.SectorIds[index.HomeSector(at)]), $"{responder} of {index.SectorIds[index.HomeSector(at)]}")
            : admitted;
    }

    /// <summary>A command about a grid event or ticket: its sector counts.</summary>
    public async Task<Answer<Caller>> OverGridEvent(Credential? credential, string? gridEvent, CommandRight right = CommandRight.Handle)
    {
        var admitted = await Admit(credential, right);
        if (admitted.Value is not { Area: not null } caller || !GridEventId.TryParse(gridEvent, out var id))
            return admitted;
        var seat = await inward.Read(async () => Seat.Of(await grains.GetGrain<IGridEventGrain>(id.Value).Where()));
        if (seat.Refusal is { } silence)
            return silence;
        return seat.Value is { Sector: { } sector }
            ? Within(caller, sector, $"event {id} of {sector}")
            : new Refusal(RefusalCode.Unknown, $"there is no event '{id}'");
    }

    /// <summary>A command that changes nothing in the city, such as keeping or playing a scenario: whoever may command anywhere.</summary>
    public Task<Answer<Caller>> Anywhere(Credential? credential) => Admit(credential, CommandRight.Handle);

    /// <summary>A command about an area itself.</summary>
    public async Task<Answer<Caller>> OverArea(Credential? credential, string? area, CommandRight right = CommandRight.Direct)
    {
        var admitted = await Admit(credential, right);
        return admitted.Value is { Area: not null } caller && area is not null && index.City.TryArea(area, out var at)
            ? Within(caller, index.City.Areas[at].Id, area)
            : admitted;
    }

    private async Task<Answer<Caller>> Admit(Credential? credential, CommandRight right)
    {
        var admitted = await verifier.Admit(credential, Scope.Command);
        return admitted.Value is { Role: { } role } caller && !role.Has(right)
            ? new Refusal(RefusalCode.Forbidden, $"this needs a {Needed(right)}; {caller.Name} is a {PersonRules.NameOf(role)}")
            : admitted;
    }

    private Answer<Caller> Within(Caller caller, AreaId area, string what)
    {
        var above = index.City.TryArea(area.Value, out var at) ? index.Areas.SelfAndAncestors(at).Select(a => index.City.Areas[a].Id) : [];
        return caller.CommandsIn(above)
            ? caller
            : new Refusal(RefusalCode.Forbidden, $"{caller.Name} commands in {caller.Area}, and {what} is not in it: ask who is responsible there, or the level above");
    }

    private static string Needed(CommandRight right)
        => string.Join(" or ", Enum.GetValues<PersonRole>().Where(role => role.Has(right)).Select(PersonRules.NameOf));

    /// <summary>The sector of an incident; none when there is no such incident.</summary>
    private sealed record Seat(AreaId? Sector)
    {
        public static Answer<Seat> Of(AreaId? sector) => new Seat(sector);
    }
}

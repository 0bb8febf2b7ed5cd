using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.People;
using CityGuard.Grains.Areas.HandOver;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Front;

/// <summary>Hand-over sheets.</summary>
internal sealed partial class AreaFront
{
    private const int LongestNotes = 2_000, MostSheets = 100;

    public async Task<Answer<HandOverView>> HandOver(Credential caller, string area, HandOverCommand command)
    {
        var admitted = await mandates.OverArea(caller, area, CommandRight.Handle);
        if (admitted.Refusal is { } shut)
            return shut;
        var within = Commanding(area);
        if ((within.Refusal ?? NotesCheck(command?.Notes) ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        var (by, id) = (admitted.Value!, command!.Command ?? IncidentFront.NewId());
        return await inward.Ask(async () => await Sheets(area).Make(
            await pictures.Shift(within.Value, time.GetUtcNow()), new HandOverNotes(command.Notes), by.Name, id, by.SeesPersonalData));
    }

    public async Task<Answer<HandOverView>> Acknowledge(Credential caller, string area, string sheet, AcknowledgeCommand command)
    {
        var admitted = await mandates.OverArea(caller, area, CommandRight.Handle);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((Commanding(area).Refusal ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        if (!SheetId.TryParse(sheet, out var wanted))
            return NoSuchSheet(area, sheet);
        var (by, id) = (admitted.Value!, command?.Command ?? IncidentFront.NewId());
        return await inward.Ask(() => Sheets(area).Acknowledge(wanted, by.Name, id, by.SeesPersonalData));
    }

    public async Task<Answer<HandOverView>> Sheet(Credential caller, string area, string sheet)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if ((admitted.Refusal ?? Commanding(area).Refusal) is { } refusal)
            return refusal;
        return SheetId.TryParse(sheet, out var wanted) ? await inward.Read(() => Sheets(area).Sheet(wanted, admitted.Value!.SeesPersonalData)) : NoSuchSheet(area, sheet);
    }

    public async Task<Answer<IReadOnlyList<HandOverView>>> Sheets(Credential caller, string area, int most)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if ((admitted.Refusal ?? Commanding(area).Refusal) is { } refusal)
            return refusal;
        return most is >= 1 and <= MostSheets
            ? await inward.Read<IReadOnlyList<HandOverView>>(async () => (HandOverView[])[.. await Sheets(area).Sheets(most, admitted.Value!.SeesPersonalData)])
            : new Refusal(RefusalCode.Malformed, $"most is 1 to {MostSheets}");
    }

    // People write notes in lines, so line ends are let through.
    private static Refusal? NotesCheck(string? notes) => ReportCheck.Text(notes?.Replace("\n", " ", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal), 0, LongestNotes, "notes");

    private IHandOverGrain Sheets(string area) => GrainFactory.GetGrain<IHandOverGrain>(area);

    private static Refusal NoSuchSheet(string area, string? sheet) => new(RefusalCode.Unknown, $"{area} has no hand-over sheet '{Places.Short(sheet ?? "")}'");
}

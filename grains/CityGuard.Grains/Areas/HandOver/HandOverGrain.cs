using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Areas.HandOver;

/// <summary>Who handed an area over to whom. Notes are in the vault, under a key of their own for each sheet.</summary>
[GrainType("hand-over"), DistrictPlacement]
internal sealed class HandOverGrain(CityIndex index, IJournal journal, IVault vault, TimeProvider time)
    : LookingGrain<HandOverState, HandOverEvent>(journal, EventCodec.HandOvers, HandOverState.Empty), IHandOverGrain
{
    private AreaId Area => AreaId.Parse(this.GetPrimaryKeyString());

    protected override string Stream => HandOverStream.Of(Area);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
        => index.City.TryArea(this.GetPrimaryKeyString(), out _) ? base.OnActivateAsync(cancellationToken) : throw new ArgumentException($"The city has no area {this.GetPrimaryKeyString()}.");

    public async Task<Answer<HandOverView>> Make(ShiftPicture picture, HandOverNotes notes, string by, string command, bool personal)
    {
        var reference = State.MadeBy(command) is null && !string.IsNullOrEmpty(notes.Text)
            ? await vault.Seal(NotesUnder(command), new PersonalData(notes.Text, null))
            : null;
        return await Execute(state => state.Make(picture, reference, by, time.GetUtcNow(), command)) is { } objection
            ? objection.ToRefusal()
            : await View(State.MadeBy(command)!, personal);
    }

    public async Task<Answer<HandOverView>> Acknowledge(SheetId sheet, string by, string command, bool personal)
        => await Execute(state => state.Acknowledge(sheet, by, time.GetUtcNow(), command)) is { } objection
            ? objection.ToRefusal()
            : await View(State.Find(sheet)!, personal);

    public async Task<Answer<HandOverView>> Sheet(SheetId sheet, bool personal)
        => State.Find(sheet) is { } found ? await View(found, personal) : new Refusal(RefusalCode.Unknown, $"{Area} has no hand-over sheet {sheet}");

    public async Task<IReadOnlyList<HandOverView>> Sheets(int most, bool personal)
    {
        var views = new List<HandOverView>();
        foreach (var sheet in State.Sheets.Reverse().Take(most))
            views.Add(await View(sheet, personal));
        return views;
    }

    protected override HandOverState Evolve(HandOverState state, HandOverEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(HandOverState state, long version) => new(null);

    private async Task<HandOverView> View(HandOverSheet sheet, bool personal)
    {
        var made = sheet.Made;
        var notes = personal && made.Notes is { } reference ? (await vault.Open(reference))?.Description : null;
        return new HandOverView(
            made.Sheet, Area, made.At, made.By, made.Picture, made.Notes is not null, notes, NotesUnder(made.Command), sheet.Taken?.By, sheet.Taken?.At);
    }

    // The vault keeps one key for each name; a sheet has one of its own, so that its notes can be erased alone.
    private IncidentId NotesUnder(string command) => IncidentReports.IdOf("hand-over", $"{Area}/{command}");
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Grains.Incidents;

/// <summary>Its command post.</summary>
internal sealed partial class IncidentGrain
{
    public async Task<Answer<PostView>> Post(bool personal)
    {
        var (course, version) = (State, Version);
        if (course.Phase == IncidentPhase.None)
            return Unknown();
        if (course.Post is not { } post)
            return new Refusal(RefusalCode.Unknown, $"incident {Stream} has no command post");
        var newest = post.Notes.TakeLast(PostPictures.NotesShown).ToArray();
        var texts = new string?[newest.Length];
        for (var i = 0; personal && i < newest.Length; i++)
            texts[i] = (await services.Vault.Open(newest[i].Vault))?.Description;
        return PostPictures.View(course, Id, version, Now, newest, texts);
    }

    public Task<Answer<PostView>> OpenPost(PostCommand command, string by, bool personal) => AtPost(
        new IncidentCommand.OpenPost(by, command.Why), command.Command, command.IfVersion, personal,
        course => PostRules.Open(course, PlanOf(course)?.Checklist ?? [], by, command.Why, Now, command.Command));

    public Task<Answer<PostView>> Tick(string item, TickCommand command, string by, bool personal) => AtPost(
        new IncidentCommand.Tick(item, by), command.Command, null, personal, course => PostRules.Tick(course, item, by, Now, command.Command));

    public async Task<Answer<PostView>> Note(NoteCommand command, string by, bool personal)
    {
        string? vault = null;
        // Nothing is sealed for a repeat, nor for a log that takes no more.
        if (State.Known(command.Command) is null && PostRules.Note(State, command.Desk, "", by, Now).Objection is null)
        {
            vault = await services.Vault.Seal(Id, new PersonalData(command.Text, null));
            if (vault is null)
                return new Refusal(RefusalCode.Unprocessable, "the personal data of this incident was erased, and nothing is kept of it any more");
        }

        return await AtPost(
            new IncidentCommand.Note(command.Desk, by), command.Command, null, personal, course => PostRules.Note(course, command.Desk, vault ?? "", by, Now, command.Command));
    }

    public Task<Answer<PostView>> Pin(OperationId op, bool pinned, PostCommand command, string by, bool personal) => AtPost(
        new IncidentCommand.Pin(op, pinned, by, command.Why), command.Command, command.IfVersion, personal,
        course => PostRules.Pin(course, op, pinned, by, command.Why, Now, command.Command));

    public Task<Answer<PostView>> StandDown(PostCommand command, string by, bool personal) => AtPost(
        new IncidentCommand.StandDown(by, command.Why), command.Command, command.IfVersion, personal,
        course => PostRules.StandDown(course, by, command.Why, Now, command.Command));

    private async Task<Answer<PostView>> AtPost(
        IncidentCommand asked, string? id, long? ifVersion, bool personal, Func<IncidentCourse, Decision<IncidentEvent>> decide)
    {
        var answer = await Command(asked, id, ifVersion, _ => null, decide);
        return answer.Refusal is { } refusal ? refusal : await Post(personal);
    }

    private Task<bool> OpenByPlan(ResponsePlan plan)
        => Carried(course => PostRules.OpensByPlan(course, plan) ? PostRules.ByPlan(course, plan, Now) : Array.Empty<IncidentEvent>());

    private Task<bool> Lapse(ChecklistLine line) => Carried(course => PostRules.Lapse(course, line, Now));

    private async Task<bool> Carried(Func<IncidentCourse, Decision<IncidentEvent>> decide)
    {
        await Execute(decide);
        return true;
    }
}

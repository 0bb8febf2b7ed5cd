using CityGuard.Abstractions;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Hosting;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for command posts.</summary>
[StatelessWorker, Reentrant, GrainType("post-front")]
internal sealed class PostFront(ICallerVerifier verifier, Inward inward, Mandates mandates) : Grain, IPostFront
{
    private const int Why = 500, Item = 64, Text = 2_000;

    public async Task<Answer<PostView>> Get(Credential caller, string incident)
    {
        var admitted = await verifier.Admit(caller, Scope.Read);
        if (admitted.Refusal is { } shut)
            return shut;
        return IncidentId.TryParse(incident, out var id) ? await inward.Read(() => Incident(id).Post(admitted.Value!.SeesPersonalData)) : IncidentFront.NoSuchIncident(incident);
    }

    public Task<Answer<PostView>> Open(Credential caller, string incident, PostCommand command)
        => Command(caller, incident, CommandRight.Direct, command?.Command, Reason(command), (post, by, personal, id) => post.OpenPost(command! with { Command = id }, by, personal));

    public Task<Answer<PostView>> Tick(Credential caller, string incident, string item, TickCommand command)
        => Command(caller, incident, CommandRight.Handle, command?.Command, ReportCheck.Text(item, 1, Item, "item"), (post, by, personal, id) => post.Tick(item, new TickCommand(id), by, personal));

    public Task<Answer<PostView>> Note(Credential caller, string incident, NoteCommand command)
        => Command(caller, incident, CommandRight.Handle, command?.Command, Entry(command), (post, by, personal, id) => post.Note(command! with { Command = id }, by, personal));

    public Task<Answer<PostView>> LetGo(Credential caller, string incident, string op, PostCommand command) => Pin(caller, incident, op, pinned: false, command);

    public Task<Answer<PostView>> Hold(Credential caller, string incident, string op, PostCommand command) => Pin(caller, incident, op, pinned: true, command);

    public Task<Answer<PostView>> StandDown(Credential caller, string incident, PostCommand command)
        => Command(caller, incident, CommandRight.Direct, command?.Command, Reason(command), (post, by, personal, id) => post.StandDown(command! with { Command = id }, by, personal));

    private Task<Answer<PostView>> Pin(Credential caller, string incident, string op, bool pinned, PostCommand command)
    {
        var known = OperationId.TryParse(op, out var operation);
        return Command(
            caller, incident, CommandRight.Direct, command?.Command, Reason(command) ?? (known ? null : new Refusal(RefusalCode.Unknown, $"'{Places.Short(op ?? "")}' is no operation")),
            (post, by, personal, id) => post.Pin(operation, pinned, command! with { Command = id }, by, personal));
    }

    private async Task<Answer<PostView>> Command(
        Credential caller, string incident, CommandRight right, string? command, Refusal? malformed, Func<IIncidentGrain, string, bool, string, Task<Answer<PostView>>> act)
    {
        var admitted = await mandates.OverIncident(caller, incident, right);
        if (admitted.Refusal is { } shut)
            return shut;
        if ((malformed ?? IncidentFront.IdCheck(command)) is { } refusal)
            return refusal;
        var given = command ?? IncidentFront.NewId();
        return IncidentId.TryParse(incident, out var id)
            ? await inward.Ask(() => act(Incident(id), admitted.Value!.Name, admitted.Value.SeesPersonalData, given))
            : IncidentFront.NoSuchIncident(incident);
    }

    private static Refusal? Reason(PostCommand? command) => ReportCheck.Text(command?.Why, 1, Why, "why");

    // A text of several lines is fine; it goes to the vault as it is.
    private static Refusal? Entry(NoteCommand? command) => command switch
    {
        { Text.Length: > Text } => new Refusal(RefusalCode.TooLarge, $"text has at most {Text} characters"),
        null or { Text: null } => new Refusal(RefusalCode.Malformed, "text is missing"),
        _ when string.IsNullOrWhiteSpace(command.Text) => new Refusal(RefusalCode.Malformed, "text is empty"),
        _ when !Enum.IsDefined(command.Desk) => new Refusal(RefusalCode.Malformed, "desk is none of intelligence, emergencyCommand, opinionWatching, opinionResponse"),
        _ => null,
    };

    private IIncidentGrain Incident(IncidentId id) => GrainFactory.GetGrain<IIncidentGrain>(id.Value);
}

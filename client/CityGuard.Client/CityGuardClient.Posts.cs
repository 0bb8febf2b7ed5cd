using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>The command post of an incident, also after it was stood down. Scope read.</summary>
    public Task<PostView> GetPostAsync(IncidentId incident, CancellationToken cancellationToken = default)
        => _transport.Post(Given(incident), cancellationToken);

    /// <summary>Opens a command post: pins the forces on the incident and starts the plan's checklist. Scope command.</summary>
    public Task<PostView> OpenPostAsync(IncidentId incident, PostCommand command, CancellationToken cancellationToken = default)
        => _transport.OpenPost(Given(incident), Known(command), cancellationToken);

    /// <summary>Ticks off an item of the checklist. Scope command.</summary>
    public Task<PostView> TickAsync(IncidentId incident, string item, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(item);
        return _transport.Tick(Given(incident), item, new TickCommand(NewId()), cancellationToken);
    }

    /// <summary>Writes into the log of the post; the text is kept as personal data is. Scope command.</summary>
    /// <param name="text">1 to 2,000 characters.</param>
    public Task<PostView> NoteAsync(IncidentId incident, CentreDesk desk, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return _transport.Note(Given(incident), new NoteCommand(desk, text, NewId()), cancellationToken);
    }

    /// <summary>Lets a force go, so that it may be recalled, replaced or diverted. Scope command.</summary>
    public Task<PostView> LetGoAsync(IncidentId incident, OperationId op, PostCommand command, CancellationToken cancellationToken = default)
        => _transport.Pin(Given(incident), op, pinned: false, Known(command), cancellationToken);

    /// <summary>Holds a force again. Scope command.</summary>
    public Task<PostView> HoldAsync(IncidentId incident, OperationId op, PostCommand command, CancellationToken cancellationToken = default)
        => _transport.Pin(Given(incident), op, pinned: true, Known(command), cancellationToken);

    /// <summary>Stands the post down; until then the incident does not close. Scope command.</summary>
    public Task<PostView> StandDownAsync(IncidentId incident, PostCommand command, CancellationToken cancellationToken = default)
        => _transport.StandDown(Given(incident), Known(command), cancellationToken);

    private static PostCommand Known(PostCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command with { Command = command.Command ?? NewId() };
    }
}

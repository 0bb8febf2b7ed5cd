using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Posts;

/// <summary>The door for command posts (现场指挥部). A stateless worker: use key 0.</summary>
[Alias("CityGuard.IPostFront")]
public interface IPostFront : IGrainWithIntegerKey
{
    /// <summary>The post of an incident, also after it was stood down. Scope read; texts of the log only for who sees personal data.</summary>
    [Alias("Get")]
    Task<Answer<PostView>> Get(Credential caller, string incident);

    /// <summary>Opens it: all forces on the incident are pinned, the plan's checklist starts. Scope command.</summary>
    [Alias("Open")]
    Task<Answer<PostView>> Open(Credential caller, string incident, PostCommand command);

    /// <summary>Ticks off an item of the checklist. Scope command.</summary>
    [Alias("Tick")]
    Task<Answer<PostView>> Tick(Credential caller, string incident, string item, TickCommand command);

    /// <summary>Writes into the log. Scope command.</summary>
    [Alias("Note")]
    Task<Answer<PostView>> Note(Credential caller, string incident, NoteCommand command);

    /// <summary>Lets a force go: it may be recalled, replaced or diverted again. Scope command.</summary>
    [Alias("LetGo")]
    Task<Answer<PostView>> LetGo(Credential caller, string incident, string op, PostCommand command);

    /// <summary>Holds a force again. Scope command.</summary>
    [Alias("Hold")]
    Task<Answer<PostView>> Hold(Credential caller, string incident, string op, PostCommand command);

    /// <summary>Stands the post down; until then the incident does not close. Scope command.</summary>
    [Alias("StandDown")]
    Task<Answer<PostView>> StandDown(Credential caller, string incident, PostCommand command);
}

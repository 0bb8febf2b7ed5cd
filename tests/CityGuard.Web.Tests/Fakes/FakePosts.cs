using CityGuard.Abstractions;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The door of command posts: one post, and a list of what was done.</summary>
public sealed class FakePosts : IPostFront
{
    public PostView? Post { get; set; }

    /// <summary>Why every command is refused; null: it is done.</summary>
    public string? Refusal { get; set; }

    public List<string> Done { get; } = [];

    public Task<Answer<PostView>> Get(Credential caller, string incident)
        => Task.FromResult<Answer<PostView>>(Post is { } post ? post : new Refusal(RefusalCode.Unknown, "no command post"));

    public Task<Answer<PostView>> Open(Credential caller, string incident, PostCommand command) => Do($"open: {command.Why}");

    public Task<Answer<PostView>> Tick(Credential caller, string incident, string item, TickCommand command) => Do($"tick {item} by {caller.Ticket}");

    public Task<Answer<PostView>> Note(Credential caller, string incident, NoteCommand command) => Do($"note {command.Desk}: {command.Text}");

    public Task<Answer<PostView>> LetGo(Credential caller, string incident, string op, PostCommand command) => Do($"let go {op}");

    public Task<Answer<PostView>> Hold(Credential caller, string incident, string op, PostCommand command) => Do($"hold {op}");

    public Task<Answer<PostView>> StandDown(Credential caller, string incident, PostCommand command) => Do($"stand down: {command.Why}");

    private Task<Answer<PostView>> Do(string what)
    {
        if (Refusal is { } reason)
            return Task.FromResult<Answer<PostView>>(new Refusal(RefusalCode.Conflict, reason));
        Done.Add(what);
        return Get(new Credential(null), "");
    }
}

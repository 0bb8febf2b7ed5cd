namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What is on its way to each actor, in the order in which it was sent.</summary>
internal sealed class Network(Stage stage)
{
    private readonly List<Message>[] _inboxes = [.. Enumerable.Range(0, 2 * Cast.Size).Select(_ => new List<Message>())];

    public bool IsEmpty => Array.TrueForAll(_inboxes, inbox => inbox.Count == 0);

    public void Send(Message message, string sender)
    {
        stage.Story?.Say(sender, Phrases.Sends(message));
        _inboxes[message.To].Add(message);
    }

    /// <summary>One message on its way to the first actor from this one on that has any, the eldest first; null when there is none.</summary>
    public Message? Find(int actor, int which)
        => Cast.From(actor).Select(a => _inboxes[a]).FirstOrDefault(inbox => inbox.Count > 0) is { } waiting ? waiting[Math.Min(which, waiting.Count - 1)] : null;

    public void Arrive(Message message, string at)
    {
        stage.Story?.Reach(Phrases.Of(message), at);
        _inboxes[message.To].Remove(message);
    }

    public void Lose(Message message)
    {
        stage.Story?.Say($"{Phrases.Of(message)} to {Phrases.Recipient(message)}", "is lost");
        stage.Bites.MessagesLost++;
        _inboxes[message.To].Remove(message);
    }

    public void Double(Message message)
    {
        stage.Story?.Say($"{Phrases.Of(message)} to {Phrases.Recipient(message)}", "is on its way twice");
        stage.Bites.MessagesDoubled++;
        _inboxes[message.To].Add(message);
    }
}

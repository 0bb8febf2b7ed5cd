using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What all activations of one walk share. A story is null when nobody listens, and then nothing is put into words.</summary>
internal sealed class Stage
{
    public Stage(FakeJournal journal, Narration? story) => (Journal, Story, Network) = (journal, story, new Network(this));

    public FakeJournal Journal { get; }

    public Network Network { get; }

    public Narration? Story { get; private set; }

    public Bites Bites { get; private set; } = new();

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public void Pass(int seconds)
    {
        Now = Now.AddSeconds(seconds);
        Story?.At(Now);
    }

    /// <summary>What follows is neither told nor counted.</summary>
    public void Curtain()
    {
        Story?.End();
        (Story, Bites) = (null, new Bites());
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Security;
using CityGuard.Web.Feed;
using CityGuard.Web.Session;
using CityGuard.Web.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Feed;

public sealed class RelayWatchTests : IFeedDirectory, IServiceCredential
{
    private readonly FakeTimeProvider _clock = new(Samples.Now);
    private readonly Dictionary<string, FakeRelay> _relays = new() { ["r1"] = new(), ["r2"] = new() };
    private readonly List<string> _listed = ["r1"];
    private readonly List<(int Relay, bool ForGood)> _silenced = [];
    private readonly RelayWatch _watch;
    private int _heard;

    public RelayWatchTests()
    {
        var grains = new FakeGrains().With<IFeedDirectory>(this);
        foreach (var (key, relay) in _relays)
            grains.With<IFeedFront>(relay, key);
        _watch = new RelayWatch(grains, this, _clock, NullLogger<RelayWatch>.Instance);
    }

    public Credential Credential { get; } = new("service");

    public Task<Answer<IReadOnlyList<string>>> Relays(Credential caller) => Task.FromResult((Answer<IReadOnlyList<string>>)_listed.ToList());

    [Fact]
    public async Task Every_listed_relay_is_subscribed_once_and_then_renewed()
    {
        _listed.Add("r2");
        await Round();
        await Round();
        foreach (var relay in _relays.Values)
            (relay.Subscribed, relay.Renewed).ShouldBe((1, 1));
        _heard.ShouldBe(2);
    }

    [Fact]
    public async Task A_gap_is_healed_by_that_relays_snapshot()
    {
        await Round();
        await _relays["r1"].Observer!.Frame(FakeRelay.Frame(7, snapshot: false));
        await Round();
        _relays["r1"].Subscribed.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_lease_is_healed_by_a_snapshot()
    {
        await Round();
        _relays["r1"].RefusesRenewal = true;
        await Round();
        await Round();
        _relays["r1"].Subscribed.ShouldBe(2);
    }

    [Fact]
    public async Task A_relay_that_does_not_answer_turns_silent_and_comes_back()
    {
        await Round();
        _relays["r1"].IsDead = true;
        for (var i = 0; i < 3; i++)
            await Round();
        _silenced.ShouldBe([(0, false)]);
        _watch.Silent.ShouldBe(1);
        _relays["r1"].IsDead = false;
        await Round();
        _watch.Silent.ShouldBe(0);
    }

    [Fact]
    public async Task A_relay_no_longer_listed_is_forgotten()
    {
        await Round();
        _listed.Clear();
        await Round();
        _silenced.ShouldBe([(0, true)]);
    }

    private async Task Round()
    {
        await _watch.Follow((_, _) => _heard++, (relay, forGood) => _silenced.Add((relay, forGood)));
        _clock.Advance(TimeSpan.FromSeconds(5));
    }

    private sealed class FakeRelay : IFeedFront
    {
        public int Subscribed { get; private set; }

        public int Renewed { get; private set; }

        public bool IsDead { get; set; }

        public bool RefusesRenewal { get; set; }

        public IFeedObserver? Observer { get; private set; }

        public static FeedFrame Frame(long seq, bool snapshot) => new("incarnation", seq, snapshot, Samples.Now, [], [], [], []);

        public Task<Answer<FeedFrame>> Subscribe(Credential caller, IFeedObserver observer, TimeSpan lease)
        {
            Fail();
            (Observer, RefusesRenewal) = (observer, false);
            Subscribed++;
            return Task.FromResult((Answer<FeedFrame>)Frame(1, snapshot: true));
        }

        public Task<Answer<Done>> Renew(Credential caller, IFeedObserver observer, TimeSpan lease)
        {
            Fail();
            Renewed++;
            return Task.FromResult(RefusesRenewal ? (Answer<Done>)new Refusal(RefusalCode.Unknown, "no lease") : Done.Value);
        }

        public Task Unsubscribe(IFeedObserver observer) => Task.CompletedTask;

        private void Fail()
        {
            if (IsDead)
                throw new TimeoutException("no answer");
        }
    }
}

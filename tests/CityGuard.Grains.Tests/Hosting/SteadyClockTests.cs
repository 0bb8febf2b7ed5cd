using CityGuard.Grains.Hosting;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Hosting;

public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Machine _machine = new();
    private readonly SteadyClock _clock;

    public SteadyClockTests() => _clock = new SteadyClock(_machine);

    [Fact]
    public void It_goes_with_a_clock_that_goes_right()
    {
        Run(TimeSpan.FromMinutes(10));
        _clock.GetUtcNow().ShouldBe(Start.AddMinutes(10));
        _clock.MachineAhead.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public void A_small_difference_is_made_up_within_a_minute_and_a_bit(int seconds)
    {
        _machine.Set(TimeSpan.FromSeconds(seconds));
        Run(TimeSpan.FromSeconds(30));
        (_clock.GetUtcNow() - Start).TotalSeconds.ShouldBe(30 + (Math.Sign(seconds) * 1.5), 0.01);
        Run(TimeSpan.FromSeconds(40));
        _clock.GetUtcNow().ShouldBe(Start.AddSeconds(70 + seconds), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_clock_set_far_ahead_is_believed_when_it_stays_so()
    {
        _machine.Set(TimeSpan.FromHours(1));
        Run(TimeSpan.FromSeconds(9));
        _clock.GetUtcNow().ShouldBe(Start.AddSeconds(9), TimeSpan.FromMilliseconds(1));
        _clock.MachineAhead.ShouldBe(TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(1));
        Run(TimeSpan.FromSeconds(2));
        _clock.GetUtcNow().ShouldBe(Start.AddHours(1).AddSeconds(11), TimeSpan.FromMilliseconds(1));
        _clock.MachineAhead.ShouldBe(TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void One_that_is_set_right_again_in_time_was_never_followed()
    {
        _machine.Set(TimeSpan.FromHours(1));
        Run(TimeSpan.FromSeconds(9));
        _machine.Set(TimeSpan.FromHours(-1));
        Run(TimeSpan.FromSeconds(30));
        _clock.GetUtcNow().ShouldBe(Start.AddSeconds(39), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_clock_set_far_back_is_not_followed_and_is_met_by_going_slower()
    {
        _machine.Set(TimeSpan.FromMinutes(-10));
        Run(TimeSpan.FromSeconds(100));
        (_clock.GetUtcNow() - Start).TotalSeconds.ShouldBe(95, 0.1);
        _clock.MachineAhead.TotalSeconds.ShouldBe(-595, 0.1);
    }

    [Fact]
    public void Nobody_asking_for_long_does_not_carry_it_away()
    {
        _machine.Set(TimeSpan.FromMilliseconds(-500));
        Run(TimeSpan.FromSeconds(1));
        _machine.Pass(TimeSpan.FromHours(2));
        _clock.GetUtcNow().ShouldBe(Start.AddHours(2).AddSeconds(1), TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void Whatever_is_done_to_the_clock_it_never_goes_back()
    {
        var chance = new Random(7);
        var before = _clock.GetUtcNow();
        for (var i = 0; i < 20_000; i++)
        {
            _machine.Pass(TimeSpan.FromMilliseconds(chance.Next(400)));
            if (chance.Next(50) == 0)
                _machine.Set(TimeSpan.FromSeconds((chance.NextDouble() - 0.5) * Math.Pow(10, chance.Next(5))));
            var now = _clock.GetUtcNow();
            now.ShouldBeGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    /// <summary>Asks every tenth of a second, as a city at work does more than often enough.</summary>
    private void Run(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(100))
        {
            _machine.Pass(TimeSpan.FromMilliseconds(100));
            _clock.GetUtcNow();
        }
    }

    /// <summary>A machine whose clock somebody sets, and whose time passes all the same.</summary>
    private sealed class Machine : TimeProvider
    {
        private TimeSpan _passed, _set;

        public void Pass(TimeSpan time) => _passed += time;

        public void Set(TimeSpan by) => _set += by;

        public override DateTimeOffset GetUtcNow() => Start + _passed + _set;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;
    }
}

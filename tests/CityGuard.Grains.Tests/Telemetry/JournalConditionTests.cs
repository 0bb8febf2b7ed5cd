using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Telemetry;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Telemetry;

/// <summary>What appends find becomes a word, and the word is taken back when it holds no longer.</summary>
public sealed class JournalConditionTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly JournalCondition _journal;

    public JournalConditionTests() => _journal = new JournalCondition(_time);

    [Fact]
    public void A_journal_that_answers_is_no_matter()
    {
        Append(AppendResult.Appended);
        Append(AppendResult.Conflict);
        Word().ShouldBe(HealthState.Ready);
    }

    [Fact]
    public void One_that_answers_nothing_takes_nothing_until_it_answers()
    {
        var mark = _journal.Begin();
        Pass(0.9);
        Word().ShouldBe(HealthState.Ready);
        Pass(0.2);
        Word().ShouldBe(HealthState.Degraded);
        Pass(4);
        Word().ShouldBe(HealthState.ReadOnly);
        (_journal.Waiting, _journal.End(mark, AppendResult.Appended)).ShouldBe((1, TimeSpan.FromSeconds(5.1)));
        Word().ShouldBe(HealthState.Degraded, "it is slow");
        Pass(31);
        Word().ShouldBe(HealthState.Ready);
    }

    [Fact]
    public void One_append_that_is_lost_for_ever_is_not_the_journal()
    {
        _journal.Begin();
        Pass(3_600);
        Append(AppendResult.Appended);
        Word().ShouldBe(HealthState.Degraded);
    }

    [Fact]
    public void Failures_in_a_row_make_it_read_only_and_are_not_held_against_it_for_ever()
    {
        Append(null);
        Append(null);
        Word().ShouldBe(HealthState.Degraded);
        Append(null);
        Word().ShouldBe(HealthState.ReadOnly);
        Pass(31);
        Word().ShouldBe(HealthState.Ready, "who is sent nothing cannot find out that it works again");
        Append(null);
        Word().ShouldBe(HealthState.ReadOnly);
        Append(AppendResult.Appended);
        Word().ShouldBe(HealthState.Degraded);
    }

    private void Append(AppendResult? result) => _journal.End(_journal.Begin(), result);

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private HealthState Word() => HealthRules.Judge(new HealthSigns(3, [], true, _journal.Look(), TimeSpan.Zero)).State;
}

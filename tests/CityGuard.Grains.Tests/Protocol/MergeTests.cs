using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>Two incidents become one and two again, whichever append fails and whoever dies in between.</summary>
[Collection(nameof(OneCity))]
public sealed class MergeTests(City city)
{
    private IProtocolFront Door => city.Grains.GetGrain<IProtocolFront>(0);

    public static TheoryData<string, bool> Merging => Faults("MergeRequested", "ReportAttached", "Merged", "MergeConfirmed", "Closed");

    public static TheoryData<string, bool> Undoing => Faults("MergeUndone", "ReportDetached", "DetachHeard");

    [Theory]
    [MemberData(nameof(Merging))]
    public async Task The_younger_joins_gives_back_its_crews_and_the_elder_keeps_its_report(string kind, bool written)
    {
        var (elder, younger) = await Pair($"merge-{kind}-{written}");
        var (held, hit) = (younger.Assignment(), city.Journal.FaultsHit);
        city.Journal.FailNext(kind, written);
        var command = new MergeCommand(elder.Id, "the same theft", Command: $"merge-{kind}-{written}");
        (await Door.Merge(OpenDoor.Key, younger.Id.Value, command)).Value.ShouldNotBeNull().MergedInto.ShouldBe(elder.Id);

        var closed = await city.Until(younger.Id, v => v.State == IncidentState.Closed);
        await Settled(elder.Id, "MergeConfirmed");
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        closed.MergedInto.ShouldBe(elder.Id);
        (await city.View(held.Responder)).Incident.ShouldNotBe(younger.Id);
        (await city.View(elder.Id)).Merged.ShouldNotBeNull().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.Incident.ShouldBe(younger.Id), m => m.By.ShouldBe("tester"), m => m.Why.ShouldBe("the same theft"), m => m.Reports.ShouldHaveSingleItem().Source.ShouldBe("test"));
        var version = (await city.View(younger.Id)).Version;
        (await Door.Merge(OpenDoor.Key, younger.Id.Value, command)).Refusal.ShouldBeNull();
        (await Door.Merge(OpenDoor.Key, younger.Id.Value, command with { Why = "another reason" })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.View(younger.Id)).Version.ShouldBe(version);
        (await city.Incidents.Report(OpenDoor.Key, City.Theft($"merge-{kind}-{written}-younger"))).Value.ShouldNotBeNull().MergedInto.ShouldBe(elder.Id);
        await city.Finish(elder.Id);
        city.Violations(elder.Id.Value, younger.Id.Value).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Undoing))]
    public async Task One_that_is_unmerged_is_on_its_own_again_and_the_elder_lets_its_report_go(string kind, bool written)
    {
        var (elder, younger) = await Merged($"undo-{kind}-{written}", IncidentSeverity.High);
        (await city.View(elder.Id)).Severity.ShouldBe(IncidentSeverity.High);
        var hit = city.Journal.FaultsHit;
        city.Journal.FailNext(kind, written);
        var command = new UnmergeCommand("two thieves", Command: $"undo-{kind}-{written}");
        (await Door.Unmerge(OpenDoor.Key, younger.Id.Value, command)).Value.ShouldNotBeNull().MergedInto.ShouldBeNull();

        var again = await city.UntilAssigned(younger.Id);
        await Settled(younger.Id, "DetachHeard");
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        (await city.View(elder.Id)).ShouldSatisfyAllConditions(v => v.Merged.ShouldBeEmpty(), v => v.Severity.ShouldBe(IncidentSeverity.Low));
        (await Door.Unmerge(OpenDoor.Key, younger.Id.Value, command)).Refusal.ShouldBeNull();
        (await Door.Unmerge(OpenDoor.Key, younger.Id.Value, new UnmergeCommand("again"))).Refusal!.Reason.ShouldContain("merged into no other");
        city.Kinds(younger.Id.Value).Count(k => k == "MergeUndone").ShouldBe(1);
        await city.Finish(again.Id);
        await city.Finish(elder.Id);
        city.Violations(elder.Id.Value, younger.Id.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_door_leaves_undone_the_two_settle_between_them_after_a_restart()
    {
        var (elder, younger) = await Pair("half");
        var (one, other) = (Grain(younger.Id), Grain(elder.Id));
        (await one.RequestMerge(new MergeCommand(elder.Id, "one", Command: "half"), null, "tester")).Value.ShouldNotBeNull().Attempt.ShouldBe(1);
        await City.Deactivate(one);
        one.TakeUp(0).Ignore(); // as its sector's sweep does
        await city.Until(younger.Id, v => v is { State: IncidentState.Closed, MergedInto: not null });
        await Settled(elder.Id, "MergeConfirmed");

        var (second, third) = await Pair("half-told");
        (await Grain(third.Id).RequestMerge(new MergeCommand(second.Id, "one", Command: "half-told"), null, "tester")).Refusal.ShouldBeNull();
        (await Grain(second.Id).Attach(third.Id, 1)).Joined.ShouldBeTrue();
        await City.Deactivate(Grain(third.Id));
        await City.Deactivate(Grain(second.Id));
        Grain(second.Id).TakeUp(0).Ignore();
        await city.Until(third.Id, v => v is { State: IncidentState.Closed, MergedInto: not null });
        await Settled(second.Id, "MergeConfirmed");
        await city.Finish(elder.Id);
        await city.Finish(second.Id);
        city.Violations(elder.Id.Value, younger.Id.Value, second.Id.Value, third.Id.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_yes_is_answered_by_letting_go_and_a_late_offer_joins_nothing()
    {
        var (elder, younger) = await Pair("late");
        (await Grain(younger.Id).RequestMerge(new MergeCommand(elder.Id, "one", Command: "late"), null, "tester")).Refusal.ShouldBeNull();
        (await Grain(elder.Id).Attach(younger.Id, 1)).Joined.ShouldBeTrue();
        (await Grain(younger.Id).SettleMerge(elder.Id, 1, new MergeReply(false, "an older no"))).Refusal!.Reason.ShouldBe("an older no");
        await Settled(elder.Id, "ReportDetached");
        (await Grain(elder.Id).Attach(younger.Id, 1)).ShouldSatisfyAllConditions(r => r.Joined.ShouldBeFalse(), r => r.Reason.ShouldNotBeNull().ShouldContain("does not ask"));
        (await city.View(elder.Id)).Merged.ShouldBeEmpty();
        await city.Finish(younger.Id);
        await city.Finish(elder.Id);
        city.Violations(elder.Id.Value, younger.Id.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task Merging_and_closing_at_once_leave_one_outcome()
    {
        for (var round = 0; round < 4; round++)
        {
            var (elder, younger) = await Pair($"race-{round}");
            var closes = round % 2 == 0 ? elder.Id : younger.Id;
            var merge = Door.Merge(OpenDoor.Key, younger.Id.Value, new MergeCommand(elder.Id, "one"));
            var close = city.Incidents.Close(OpenDoor.Key, closes.Value, new CloseCommand("over"));
            var (merged, closed) = (await merge, await close);
            var after = await city.View(younger.Id);
            (after.MergedInto is not null).ShouldBe(merged.Refusal is null);
            if (closed.Refusal is { } refusal)
                refusal.Reason.ShouldContain("waits for the answer");
            foreach (var id in (IncidentId[])[elder.Id, younger.Id])
                await city.Finish(id);
            city.Violations(elder.Id.Value, younger.Id.Value).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_chain_is_refused_with_the_name_of_its_head_also_in_a_race()
    {
        var (first, second) = await Pair("chain");
        var third = await Assigned("chain-third");
        Task<Answer<IncidentView>> Merge(IncidentView one, IncidentView into) => Door.Merge(OpenDoor.Key, one.Id.Value, new MergeCommand(into.Id, "one"));
        var (up, mid) = (Merge(second, first), Merge(third, second));
        var (one, other) = (await up, await mid);
        (one.Refusal is null ^ other.Refusal is null).ShouldBeTrue();
        var loser = (one.Refusal ?? other.Refusal).ShouldNotBeNull();
        loser.Code.ShouldBe(RefusalCode.Conflict);
        loser.Reason.ShouldContain(one.Refusal is null ? first.Id.Value : third.Id.Value);
        if (one.Refusal is not null)
            return;
        await city.Until(second.Id, v => v.State == IncidentState.Closed);
        (await Merge(third, second)).Refusal!.ShouldSatisfyAllConditions(r => r.Reason.ShouldContain(first.Id.Value), r => r.Holder.ShouldBe(first.Id.Value));
        (await Merge(second, first)).Refusal!.Reason.ShouldContain("already");
        (await Door.Reopen(OpenDoor.Key, second.Id.Value, new ReopenCommand("no"))).Refusal!.Reason.ShouldContain(first.Id.Value);
        (await Merge(third, first)).Refusal.ShouldBeNull();
        (await city.View(first.Id)).Merged!.Count.ShouldBe(2);
        await city.Finish(first.Id);
        city.Violations(first.Id.Value, second.Id.Value, third.Id.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_may_not_be_merged_is_refused_with_its_reason_and_nothing_changes()
    {
        var (elder, younger) = await Pair("refused");
        Task<Answer<IncidentView>> Merge(string one, MergeCommand command, string? key = null) => Door.Merge(key is null ? OpenDoor.Key : new(key), one, command);
        (await Merge(elder.Id.Value, new MergeCommand(younger.Id, "x"))).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCode.Unprocessable), r => r.Reason.ShouldContain("is the elder"));
        (await Merge(elder.Id.Value, new MergeCommand(elder.Id, "x"))).Refusal!.Reason.ShouldContain("itself");
        (await Merge(younger.Id.Value, new MergeCommand(IncidentReports.IdOf("no", "one"), "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Merge(younger.Id.Value, new MergeCommand(default, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Merge(IncidentReports.IdOf("no", "one").Value, new MergeCommand(elder.Id, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Merge("nonsense", new MergeCommand(elder.Id, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Merge(younger.Id.Value, new MergeCommand(elder.Id, ""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Merge(younger.Id.Value, null!)).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Merge(younger.Id.Value, new MergeCommand(elder.Id, "x", IfVersion: 1))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Merge(younger.Id.Value, new MergeCommand(elder.Id, "x"), "read")).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Door.Unmerge(OpenDoor.Key, younger.Id.Value, new UnmergeCommand("x"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Door.Unmerge(OpenDoor.Key, "nonsense", new UnmergeCommand("x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        await city.Finish(elder.Id);
        (await Merge(younger.Id.Value, new MergeCommand(elder.Id, "x"))).Refusal!.Reason.ShouldContain("closing or closed");
        (await city.View(younger.Id)).Version.ShouldBe(younger.Version);
        await city.Finish(younger.Id);
    }

    [Fact]
    public async Task Who_commands_only_one_of_the_two_does_not_merge_them()
    {
        var (elder, younger) = await Pair("mandate");
        var far = await city.UntilAssigned(await city.Report(City.Theft("mandate-far", "c-00070")));
        far.Sector.ShouldNotBe(elder.Sector);
        (await Door.Merge(new($"command@{far.Sector}"), far.Id.Value, new MergeCommand(elder.Id, "x"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Door.Merge(new($"command@{elder.Sector}"), younger.Id.Value, new MergeCommand(elder.Id, "x"))).Refusal.ShouldBeNull();
        await city.Until(younger.Id, v => v.State == IncidentState.Closed);
        (await Door.Unmerge(new($"command@{far.Sector}"), younger.Id.Value, new UnmergeCommand("x"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        await city.Finish(elder.Id);
        await city.Finish(far.Id);
    }

    [Fact]
    public async Task A_second_report_by_somebody_else_bears_the_first_out_until_it_leaves()
    {
        var (elder, same, second) = (await Sensed("borne", "sensors", "1"), await Sensed("borne-same", "hotline", "1"), await Sensed("borne-other", "hotline", "2"));
        (await Door.Merge(OpenDoor.Key, same.Value, new MergeCommand(elder, "one"))).Refusal.ShouldBeNull();
        (await city.View(elder)).Case!.Verified.ShouldBeFalse("the same telephone rang twice");
        (await Door.Merge(OpenDoor.Key, second.Value, new MergeCommand(elder, "one"))).Refusal.ShouldBeNull();
        (await city.View(elder)).Case!.Verified.ShouldBeTrue();
        (await city.Timeline(elder)).ShouldContain(line => line.Kind == "Verified" && line.By == null && line.Why!.Contains(second.Value) && line.Why.Contains("another source"));
        await city.Until(second, v => v.State == IncidentState.Closed);
        (await Door.Unmerge(OpenDoor.Key, second.Value, new UnmergeCommand("two events"))).Refusal.ShouldBeNull();
        await city.Until(elder, v => !v.Case!.Verified);
        foreach (var id in (IncidentId[])[second, elder])
            await city.Finish(id);
        city.Violations(elder.Value, same.Value, second.Value).ShouldBeEmpty();
        city.Text(elder.Value).ShouldNotContain("13800");
    }

    private async Task<IncidentId> Sensed(string id, string source, string phone)
        => await city.Report(City.Theft(id) with { Source = source, Channel = "sensor", CallerPhone = "1380000000" + phone });

    private async Task Settled(IncidentId id, string kind)
        => await Eventually.Holds(() => Task.FromResult(city.Kinds(id.Value).Contains(kind)), () => $"{id}: no {kind}: {string.Join(' ', city.Kinds(id.Value))}");

    private async Task<(IncidentView Elder, IncidentView Younger)> Pair(string id, IncidentSeverity severity = IncidentSeverity.Low)
    {
        await city.Fresh();
        var elder = await Assigned($"{id}-elder");
        return (elder, await Assigned($"{id}-younger", severity));
    }

    private async Task<(IncidentView Elder, IncidentView Younger)> Merged(string id, IncidentSeverity severity)
    {
        var (elder, younger) = await Pair(id, severity);
        (await Door.Merge(OpenDoor.Key, younger.Id.Value, new MergeCommand(elder.Id, "one"))).Refusal.ShouldBeNull();
        await Settled(elder.Id, "MergeConfirmed");
        return (elder, await city.Until(younger.Id, v => v.State == IncidentState.Closed));
    }

    private async Task<IncidentView> Assigned(string id, IncidentSeverity severity = IncidentSeverity.Low)
        => await city.UntilAssigned(await city.Report(City.Theft(id) with { Severity = severity }));

    private IIncidentGrain Grain(IncidentId id) => city.Grains.GetGrain<IIncidentGrain>(id.Value);

    private static TheoryData<string, bool> Faults(params string[] kinds)
    {
        var data = new TheoryData<string, bool>();
        foreach (var kind in kinds)
            foreach (var written in (bool[])[true, false])
                data.Add(kind, written);
        return data;
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task Two_that_are_one_event_are_found_merged_and_set_apart_again()
    {
        var elder = (await Client.ReportIncidentAsync(Report(cell: 180), Token)).Id;
        var younger = (await Client.ReportIncidentAsync(Report(cell: 180), Token)).Id;
        // Boards hear of an incident a moment after it is recorded.
        await Until.True(async () => (await Client.SimilarAsync(younger, Token)).Similar.Any(one => one.Line.Id == elder));
        await Until.True(async () => (await Client.SimilarAsync(elder, Token)).Similar.Any(one => one.Line.Id == younger));
        (await Client.SimilarAsync(younger, Token)).Similar.Single(one => one.Line.Id == elder).ShouldSatisfyAllConditions(
            one => one.IsElder.ShouldBeTrue(), one => one.Likeness.SameType.ShouldBeTrue(), one => one.Likeness.Score.ShouldBeInRange(0.5, 1));
        (await Client.SimilarAsync(elder, Token)).Similar.Single(one => one.Line.Id == younger).IsElder.ShouldBeFalse();

        var command = new MergeCommand(elder, "one event", Command: "merge-" + younger.Value);
        (await Refused(() => Client.MergeAsync(elder, new MergeCommand(younger, "the wrong way"), Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.MergeAsync(younger, command with { IfVersion = 1 }, Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.MergeAsync(younger, new MergeCommand(IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA"), "no such"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.MergeAsync(younger, new MergeCommand(elder, ""), Token))).ShouldBe(RefusalCode.Malformed);
        (await Refused(() => Client.UnmergeAsync(younger, new UnmergeCommand("it never was"), Token))).ShouldBe(RefusalCode.Conflict);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.MergeAsync(younger, command, Token))).ShouldBe(RefusalCode.Forbidden);
        (await reader.SimilarAsync(younger, Token)).Incident.ShouldBe(younger);

        (await Client.MergeAsync(younger, command, Token)).MergedInto.ShouldBe(elder);
        (await Client.MergeAsync(younger, command, Token)).MergedInto.ShouldBe(elder);
        (await Refused(() => Client.MergeAsync(younger, command with { Why = "another reason" }, Token))).ShouldBe(RefusalCode.Conflict);
        await Until.True(async () => (await Client.GetIncidentAsync(younger, Token)).State == IncidentState.Closed);
        (await Client.GetIncidentAsync(elder, Token)).Merged.ShouldNotBeNull().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            part => part.Incident.ShouldBe(younger), part => part.Why.ShouldBe("one event"), part => part.Reports.ShouldHaveSingleItem());
        (await Refused(() => Client.SimilarAsync(younger, Token))).ShouldBe(RefusalCode.Conflict);

        (await Client.UnmergeAsync(younger, new UnmergeCommand("two after all", Redispatch: false, Command: "undo-" + younger.Value), Token)).MergedInto.ShouldBeNull();
        await Until.True(async () => (await Client.GetIncidentAsync(elder, Token)).Merged is null or { Count: 0 });
        await CloseAsync(younger);
        await CloseAsync(elder);
    }
}

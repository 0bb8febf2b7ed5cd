using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

/// <summary>What people say of a case, by every transport.</summary>
public abstract partial class CityContract
{
    [Fact]
    public async Task What_nobody_vouches_for_is_verified_and_what_was_nothing_is_called_off()
    {
        var id = (await Client.ReportIncidentAsync(Report(cell: 60) with { Channel = "sensor" }, Token)).Id;
        (await Client.GetIncidentAsync(id, Token)).Case!.Verified.ShouldBeFalse();

        var verified = await Client.VerifyAsync(id, new VerifyCommand("camera 12 shows it"), Token);
        var ended = await Client.CallFalseAlarmAsync(id, new FalseAlarmCommand("test", "only a drill"), Token);

        (verified.Case!.Verified, verified.Times.VerifiedAt is null, ended.Case!.FalseAlarm!.Confirmed).ShouldBe((true, false, true));
        (await Refused(() => Client.ReportIncidentAsync(Report(cell: 60) with { Channel = "pigeon" }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Refused(() => Client.CallFalseAlarmAsync(id, new FalseAlarmCommand("boredom", "x"), Token))).ShouldBe(RefusalCode.Unprocessable);
        await Until.True(async () => (await Client.GetIncidentAsync(id, Token)).State == IncidentState.Closed);
    }

    [Fact]
    public async Task It_is_escalated_noted_led_fed_back_and_evaluated()
    {
        var (id, assignment) = await DispatchedAsync(cell: 180);
        var up = await Client.EscalateAsync(id, new EscalateCommand("reporters are here"), Token);
        var told = up.Case!.Escalations!.ShouldHaveSingleItem();
        await Until.True(async () => (await Client.GetEscalationsAsync(told.To, Token)).Any(line => line.Incident == id && line.Number == told.Number));
        (await Client.AcknowledgeEscalationAsync(id, told.Number, new TakeNoteCommand("on it"), Token)).Case!.Escalations![0].NotedBy.ShouldNotBeNull();
        (await Refused(() => Client.AcknowledgeEscalationAsync(id, 9, new TakeNoteCommand("on it"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.AnswerPartnerAsync(id, 1, new PartnerAnswerCommand(1, "it sends one"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.AnswerPartnerAsync(id, 1, new PartnerAnswerCommand(1, ""), Token))).ShouldBe(RefusalCode.Malformed);
        (await Client.LeaderArrivedAsync(id, new LeaderCommand("chief of station", Now()), Token)).Case!.Leader.ShouldBe("chief of station");
        (await Refused(() => Client.HandOverLeadAsync(id, new LeadCommand(assignment.Op, "first"), Token))).ShouldBe(RefusalCode.Conflict);

        var order = await Client.OrdersAsync(assignment.Responder, Token).FirstAsync(order => order.Incident == id, Token);
        foreach (var step in Enum.GetValues<AssignmentProgress>())
            await Client.ReportProgressAsync(order, step, Now(), Token);
        await Until.True(async () => (await Client.GetIncidentAsync(id, Token)).State == IncidentState.Closed);

        (await Client.FeedBackAsync(id, new FeedbackCommand("resolved", assignment.Responder, "said thanks"), Token)).Case!.Feedback!.Result.ShouldBe("resolved");
        (await Refused(() => Client.CheckAsync(id, new CheckCommand(true, "fine"), Token))).ShouldBe(RefusalCode.Conflict);
        (await Client.GetEvaluationAsync(id, Token)).Intervals.ShouldContain(found => found.Interval == "response" && found.Seconds != null);
        await Client.EvaluateAsync(id, new EvaluateCommand("as it should be"), Token);
        (await Client.GetEvaluationAsync(id, Token)).SignedBy.ShouldNotBeNull();
    }
}

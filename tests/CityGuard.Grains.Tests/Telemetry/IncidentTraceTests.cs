using System.Diagnostics;
using CityGuard.Grains.Telemetry;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Telemetry;

/// <summary>An incident is one trace: its own id, whatever silo takes the steps.</summary>
[Collection(nameof(OneCity))]
public sealed class IncidentTraceTests(City city)
{
    private static readonly string[] Course =
    [
        IncidentSpans.Report, IncidentSpans.TakeUp, IncidentSpans.Select, IncidentSpans.Reserve, IncidentSpans.Assign, IncidentSpans.CallProcessing, IncidentSpans.Order, IncidentSpans.Accept,
        IncidentSpans.Turnout, IncidentSpans.Travel, IncidentSpans.Response, IncidentSpans.Control, IncidentSpans.Clear, IncidentSpans.Close, IncidentSpans.Whole,
    ];

    [Fact]
    public async Task From_report_to_closing_it_is_one_trace_and_its_id_is_that_of_the_incident()
    {
        using var heard = new HeardSpans();
        await city.Fresh();
        var id = await city.Report(City.Theft("trace-whole", description: "Mr. Nobody"));
        var view = await city.Work(await city.UntilAssigned(id));
        await Until.True(() => heard.Of(id).Any(span => span.OperationName == IncidentSpans.Whole));

        var spans = heard.Of(id);
        spans.ShouldAllBe(span => span.TraceId.ToHexString() == HeardSpans.TraceOf(id) && span.Recorded);
        foreach (var step in Course)
            spans.ShouldContain(span => span.OperationName == step, step);
        var whole = spans.Single(span => span.OperationName == IncidentSpans.Whole);
        whole.ParentSpanId.ShouldBe(default);
        spans.Where(span => span != whole).ShouldAllBe(span => span.ParentSpanId == whole.SpanId || spans.Any(other => other.SpanId == span.ParentSpanId));
        spans.SelectMany(span => span.TagObjects).ShouldAllBe(tag => !$"{tag.Value}".Contains("Nobody", StringComparison.Ordinal));

        // What the waterfall shows are the journal's own times.
        Interval(IncidentSpans.CallProcessing).ShouldBe((view.Times.ReceivedAt, view.Times.DispatchedAt));
        Interval(IncidentSpans.Response).ShouldBe((view.Times.ReceivedAt, view.Times.OnSceneAt));
        Interval(IncidentSpans.Whole).ShouldBe((view.Times.ReceivedAt, view.Times.ClosedAt));

        (DateTimeOffset, DateTimeOffset?) Interval(string name)
            => spans.Single(span => span.OperationName == name) is var span ? (span.StartTimeUtc, span.StartTimeUtc + span.Duration) : default;
    }

    [Fact]
    public async Task Steps_on_different_silos_are_in_the_same_trace()
    {
        using var heard = new HeardSpans();
        await city.Fresh();
        // Where an incident is at work is by lot; its sector and responders are where their district is.
        for (var i = 0; i < 40; i++)
        {
            var id = await city.Report(City.Theft($"trace-silo-{i}", i % 2 == 0 ? "c-00015" : "c-00230"));
            await city.UntilAssigned(id);
            await city.Finish(id);
            await Until.True(() => heard.Of(id).Any(span => span.OperationName == IncidentSpans.Whole));
            var spans = heard.Of(id);
            spans.Select(span => span.TraceId).Distinct().ShouldHaveSingleItem();
            if (spans.Select(HeardSpans.SiloOf).Distinct().Count() == 2)
                return;
        }

        Assert.Fail("40 incidents in a row were all at work on the silo of their district");
    }

    [Fact]
    public async Task Opened_and_closed_again_its_whole_is_told_once()
    {
        using var heard = new HeardSpans();
        await city.Fresh();
        var id = await city.Report(City.Theft("trace-again"));
        await city.UntilAssigned(id);
        await city.Finish(id);
        (await city.Grains.GetGrain<Abstractions.Protocol.IProtocolFront>(0).Reopen(OpenDoor.Key, id.Value, new("somebody saw it", Redispatch: false))).Refusal.ShouldBeNull();
        await city.Finish(id);
        await Until.True(() => heard.Of(id).Count(span => span.OperationName == IncidentSpans.Close) == 2);
        heard.Of(id).Count(span => span.OperationName == IncidentSpans.Whole).ShouldBe(1);
        heard.Of(id).ShouldContain(span => span.OperationName == "reopen");
    }

    [Fact]
    public async Task What_called_from_elsewhere_is_linked_and_nobody_listening_gets_nothing()
    {
        var silent = await city.Report(City.Theft("trace-silent"));
        using var heard = new HeardSpans();
        using var caller = new Activity("the caller's own").SetIdFormat(ActivityIdFormat.W3C);
        caller.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        caller.Start();
        var tracer = city.OfEachSilo<IncidentTracer>().First();
        tracer.Tell(silent, "by hand", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(-1));
        var span = heard.Of(silent).Single(span => span.OperationName == "by hand");
        (span.TraceId.ToHexString(), span.Links.Single().Context.SpanId).ShouldBe((HeardSpans.TraceOf(silent), caller.SpanId));
        span.Duration.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMicroseconds(1), "nothing ends before it began");
        heard.Of(silent).ShouldNotContain(other => other.OperationName == IncidentSpans.Report);
        await city.UntilAssigned(silent);
        await city.Finish(silent);
    }
}

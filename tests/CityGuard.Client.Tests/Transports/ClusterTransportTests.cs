using System.Reflection;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Transports;

public sealed class ClusterTransportTests
{
    private static readonly ReportReceipt Receipt = new(Samples.Incident, true, 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_goes_to_the_front_again_until_it_is_answered()
    {
        var front = ScriptedFront.Of<IIncidentFront>(
            () => throw new SiloUnavailableException("gone"),
            () => throw new TimeoutException("late"),
            () => Task.FromResult<Answer<ReportReceipt>>(new Refusal(RefusalCode.Unavailable, "rebuilding")),
            () => Task.FromResult<Answer<ReportReceipt>>(Receipt));
        using var client = Client(front);

        (await client.ReportIncidentAsync(Samples.Report(), Token)).ShouldBe(Receipt);

        var asked = ((ScriptedFront)front).Asked;
        asked.Count.ShouldBe(4);
        asked.ShouldAllBe(arguments => arguments[0]!.Equals(new Credential("cg_key", null)) && arguments[1]!.Equals(Samples.Report("1")));
    }

    [Fact]
    public async Task A_refusal_becomes_a_typed_exception_at_once()
    {
        var front = ScriptedFront.Of<IIncidentFront>(() => Task.FromResult<Answer<IncidentView>>(new Refusal(RefusalCode.Conflict, "the slot is filled", "p-C-0001")));
        using var client = Client(front);

        var refused = await Should.ThrowAsync<CityGuardException>(() => client.CloseAsync(Samples.Incident, new CloseCommand("done"), Token));

        (refused.Code, refused.Reason, refused.Holder).ShouldBe((RefusalCode.Conflict, "the slot is filled", "p-C-0001"));
        ((ScriptedFront)front).Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_without_an_answer_is_given_again_with_the_same_id()
    {
        var front = ScriptedFront.Of<IIncidentFront>(
            () => throw new TimeoutException("late"),
            () => Task.FromResult<Answer<IncidentView>>(new Refusal(RefusalCode.Unavailable, "no answer in time", IsOutcomeUnknown: true)),
            () => Task.FromResult<Answer<IncidentView>>(new Refusal(RefusalCode.Conflict, "refused by the responder")));
        using var client = Client(front);

        (await Should.ThrowAsync<CityGuardException>(() => client.CloseAsync(Samples.Incident, new CloseCommand("done"), Token))).Code.ShouldBe(RefusalCode.Conflict);

        var asked = ((ScriptedFront)front).Asked;
        asked.Count.ShouldBe(3);
        asked.Select(arguments => ((CloseCommand)arguments[2]!).Command).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_call_ends_with_its_token_although_the_grain_does_not_answer()
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var front = ScriptedFront.Of<IIncidentFront>(() =>
        {
            ends.Cancel();
            return new TaskCompletionSource<Answer<ReportReceipt>>().Task;
        });
        using var client = Client(front);

        await Should.ThrowAsync<OperationCanceledException>(() => client.ReportIncidentAsync(Samples.Report(), ends.Token));
    }

    private static CityGuardClient Client(object front)
    {
        var cluster = DispatchProxy.Create<IClusterClient, FrontDirectory>();
        ((FrontDirectory)(object)cluster).Front = front;
        return new CityGuardClient(cluster, Samples.Options());
    }
}

/// <summary>Gives one scripted front for its interface, and nothing for the others.</summary>
public class FrontDirectory : DispatchProxy
{
    public object? Front { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        => targetMethod!.ReturnType.IsInstanceOfType(Front) ? Front : null;
}

/// <summary>Answers each call by the next step of a script (the last repeats) and writes down its arguments.</summary>
public class ScriptedFront : DispatchProxy
{
    private Func<Task>[] _steps = [];

    public List<object?[]> Asked { get; } = [];

    public static T Of<T>(params Func<Task>[] steps)
        where T : class
    {
        var front = Create<T, ScriptedFront>();
        ((ScriptedFront)(object)front)._steps = steps;
        return front;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Asked.Add(args!);
        return _steps[Math.Min(Asked.Count, _steps.Length) - 1]();
    }
}

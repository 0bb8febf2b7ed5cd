using System.Text;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Responders;

public sealed class ResponderSnapshotTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_snapshot_says_all_that_the_facts_said()
    {
        var held = ResponderState.Initial with
        {
            Epoch = 17, Incident = IncidentReports.IdOf("a", "b"), Op = OperationId.Parse("o-3"), SignedInAt = At,
            Renewed = ResponderState.Initial.Renewed.Add("drill", At), LastStamp = At, StatusAfter = At.AddSeconds(-2),
            TakenBack = new TakenBackOrder(IncidentReports.IdOf("a", "c"), OperationId.Parse("o-1"), 15, At),
            Owes = [new OwedLoss(IncidentReports.IdOf("a", "c"), OperationId.Parse("o-1"), 15, 16, null, "chief", "radio is dead", true)],
            Forced = [new KnownForceRelease("command-1", new ForceRelease("chief", "radio is dead", true))],
        };
        var read = ResponderSnapshot.Read(ResponderSnapshot.Write(held)).ShouldNotBeNull();
        read.Renewed.ShouldBe(held.Renewed);
        read.Owes.ShouldBe(held.Owes);
        read.Forced.ShouldBe(held.Forced);
        (read with { Renewed = held.Renewed, Owes = held.Owes, Forced = held.Forced }).ShouldBe(held);
    }

    [Theory]
    [InlineData("""{"v":1,"epoch":5}""")]
    [InlineData("""{"v":2,"epoch":5}""")]
    [InlineData("")]
    public void One_of_another_shape_is_left_alone(string stored) => ResponderSnapshot.Read(Encoding.UTF8.GetBytes(stored)).ShouldBeNull();
}

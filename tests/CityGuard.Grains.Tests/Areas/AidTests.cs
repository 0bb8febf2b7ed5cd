using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Areas.Aid;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Areas;

/// <summary>One area lends another its station force, through lost answers and new starts.</summary>
public sealed class AidTests : IAsyncLifetime
{
    private const string Borrower = "s-01-01", Donor = "s-01-02";
    private static readonly Credential Lender = new("command");
    private static readonly ResponderId Force = ResponderId.Parse("f-0002");
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public AidTests() => _city = new City(automatic: true, _time);

    private IAreaFront Areas => _city.Grains.GetGrain<IAreaFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_force_is_lent_with_its_price_known_counts_for_the_borrower_only_and_comes_home_by_itself()
    {
        var asked = await Ask("fair", _time.GetUtcNow().AddMinutes(4));
        (await Areas.Consent(OpenDoor.Key, Donor, asked.Id.Value, await Yes())).Refusal!.Reason.ShouldContain("must answer");
        var nothingSeen = (await Yes()) with { Seen = new ReadinessPrice([Force], [], [], [], TimeProvider.System.GetUtcNow()) };
        if ((await Yes()).Seen.IsWorseThan(nothingSeen.Seen))
            (await Areas.Consent(Lender, Donor, asked.Id.Value, nothingSeen)).Refusal!.Reason.ShouldContain("the price has risen");

        // The answer of the responder is lost: nobody knows whether it is lent, so it is asked again, and it is lent once.
        _city.Wire.LoseAnswers("IResponderGrain.Lend", 1);
        var yes = await Yes() with { Command = "yes-1" };
        (await Areas.Consent(Lender, Donor, asked.Id.Value, yes)).Refusal.ShouldBeNull();
        await City.Deactivate(_city.Grains.GetGrain<IMutualAidGrain>(asked.Id.Value));
        var lent = await UntilAid(asked.Id, aid => aid.Loans.All(l => l.State == LoanPhase.Lent));
        _city.Wire.Lost.ShouldBe(1);
        (lent.AnsweredBy, lent.Price!.Responders.Single()).ShouldBe(("chief", Force));
        (await Areas.Consent(Lender, Donor, asked.Id.Value, yes)).Value!.Version.ShouldBe(lent.Version);
        (await _city.View(Force)).Lent!.ShouldSatisfyAllConditions(l => l.Aid.ShouldBe(asked.Id), l => l.To.Value.ShouldBe(Borrower));
        await Eventually.Holds(async () => (await Strength()).Lent == 1, () => "the donor does not show whom it lent");
        (await Strength()).Actual.ShouldBe(0);
        (await Areas.Aids(OpenDoor.Key, "d-01")).Value!.ShouldContain(aid => aid.Id == asked.Id);

        // Nobody is lent twice: another request is told by whom it is lent.
        var second = await Ask("second", TimeProvider.System.GetUtcNow().AddMinutes(5));
        (await Areas.Consent(Lender, Donor, second.Id.Value, await Yes())).Refusal.ShouldBeNull();
        (await UntilAid(second.Id, aid => aid.Loans.All(l => l.State == LoanPhase.Refused))).Loans.Single().Reason!.ShouldContain("lent to " + Borrower);

        _time.Shift = TimeSpan.FromMinutes(4);
        await City.Deactivate(_city.Grains.GetGrain<IMutualAidGrain>(asked.Id.Value));
        await City.Deactivate(_city.Grains.Responder(Force));
        await _city.Grains.GetGrain<IMutualAidGrain>(asked.Id.Value).Ensure(); // what the warden does after a restart
        var over = await UntilAid(asked.Id, aid => aid.State == AidPhase.Ended);
        (over.EndedBy, over.EndedAt >= over.Until).ShouldBe((null, true));
        (await _city.View(Force)).Lent.ShouldBeNull();
        await Eventually.Holds(async () => await Strength() is { Lent: 0, Actual: 1 }, () => "the donor does not count who is home again");
        _city.Kinds(asked.Id.Value).ShouldBe(["AidRequested", "AidConsented", "AidLent", "AidEnded", "AidReturned"]);
        _city.Kinds(Force.Value).ShouldBe(["Lent", "CameHome"]);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_a_reason()
    {
        var until = TimeProvider.System.GetUtcNow().AddMinutes(5);
        var ask = new AidCommand(AreaId.Parse(Donor), "stationForce", 1, "a fair", until);
        (await Areas.AskAid(OpenDoor.Key, Borrower, ask with { From = AreaId.Parse(Borrower) })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Areas.AskAid(OpenDoor.Key, Borrower, ask with { Kind = "emergencyUnit" })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Areas.AskAid(OpenDoor.Key, Borrower, ask with { Count = 0 })).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Areas.AskAid(OpenDoor.Key, Borrower, ask with { Until = until.AddDays(-1) })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Areas.AskAid(new("read"), Borrower, ask)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        var asked = await Ask("wrong", until);
        (await Areas.Consent(Lender, Borrower, asked.Id.Value, await Yes())).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Areas.Consent(Lender, Donor, asked.Id.Value, await Yes() with { Responders = [ResponderId.Parse("f-0003")] })).Refusal!.Reason.ShouldContain("is not posted in");
        (await Areas.Consent(Lender, Donor, asked.Id.Value, await Yes() with { IfVersion = 7 })).Refusal!.Reason.ShouldContain("version");
        (await Areas.Aid(OpenDoor.Key, "s-02-01", asked.Id.Value)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Areas.Price(OpenDoor.Key, ["f-9999"])).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Areas.Price(OpenDoor.Key, [])).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Areas.Prices(OpenDoor.Key, [Force.Value, Force.Value])).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Areas.Donors(OpenDoor.Key, "x-1")).Refusal.ShouldNotBeNull();
        (await Areas.Donors(OpenDoor.Key, Borrower)).Value!.Select(donor => donor.Value).ShouldSatisfyAllConditions(d => d.ShouldContain(Donor), d => d.ShouldNotContain(Borrower));
        (await Areas.EndAid(OpenDoor.Key, Borrower, asked.Id.Value, new AidAnswer("not needed"))).Value!.State.ShouldBe(AidPhase.Ended);
        _city.Kinds(Force.Value).ShouldNotContain("Lent");
    }

    [Fact]
    public async Task Each_price_is_that_of_leaving_alone()
    {
        await Yes();
        string[] two = [Force.Value, "f-0003"];
        var each = (await Areas.Prices(OpenDoor.Key, two)).Value!;
        each.Select(price => price.Responders.Single().Value).ShouldBe(two);
        foreach (var price in each)
        {
            var alone = (await Areas.Price(OpenDoor.Key, [price.Responders[0].Value])).Value!;
            price.Losses.ShouldBe(alone.Losses);
            price.Worst.ShouldBe(alone.Worst);
        }
    }

    private async Task<AidView> Ask(string command, DateTimeOffset until)
        => (await Areas.AskAid(OpenDoor.Key, Borrower, new AidCommand(AreaId.Parse(Donor), "stationForce", 1, "a fair", until, Command: command))).Value.ShouldNotBeNull();

    private async Task<ConsentCommand> Yes()
    {
        ReadinessPrice? price = null;
        // Boards that have just started cannot say yet what it costs.
        await Eventually.Holds(async () => (price = (await Areas.Price(OpenDoor.Key, [Force.Value])).Value) is { Silent.Count: 0 }, () => $"{price}", within: TimeSpan.FromSeconds(90));
        return new ConsentCommand([Force], price!, "we can spare it");
    }

    private async Task<AidView> UntilAid(AidId id, Func<AidView, bool> wanted)
    {
        AidView? last = null;
        await Eventually.Holds(async () => (last = (await Areas.Aid(OpenDoor.Key, Donor, id.Value)).Value) is { } view && wanted(view), () => $"{last}");
        return last!;
    }

    private async Task<Strength> Strength()
        => (await _city.Grains.GetGrain<IReadinessFront>(0).Summary(OpenDoor.Key, Donor)).Value!.Strength.Single(kind => kind.Kind == "stationForce");
}

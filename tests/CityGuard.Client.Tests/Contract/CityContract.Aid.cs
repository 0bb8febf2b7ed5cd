using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task Aid_is_asked_for_priced_and_taken_back_and_who_asked_does_not_consent()
    {
        var (borrower, donor, force) = (AreaId.Parse("s-02-01"), AreaId.Parse("s-02-02"), ResponderId.Parse("f-0005"));
        var price = await Client.GetReadinessPriceAsync([force], Token);
        price.Responders.ShouldBe([force]);
        price.Losses.Count.ShouldBe(4);

        var each = await Client.GetReadinessPricesAsync([force, ResponderId.Parse("f-0004")], Token);
        each.Select(one => one.Responders.Single().Value).ShouldBe(["f-0005", "f-0004"]);
        (await Refused(() => Client.GetReadinessPricesAsync([force, force], Token))).ShouldBe(RefusalCode.Malformed);

        (await Client.GetAidDonorsAsync(borrower, Token)).ShouldContain(donor);

        var ask = new AidCommand(donor, "stationForce", 1, "a fair", Now().AddHours(1), Command: "ask-" + GetType().Name);
        var asked = await Client.AskAidAsync(borrower, ask, Token);
        (await Client.AskAidAsync(borrower, ask, Token)).Id.ShouldBe(asked.Id);
        (await Client.GetAidsAsync(donor, Token)).ShouldContain(aid => aid.Id == asked.Id);
        (await Refused(() => Client.ConsentAidAsync(donor, asked.Id, new ConsentCommand([force], price, "yes"), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.DeclineAidAsync(donor, asked.Id, new AidAnswer("no"), Token))).ShouldBe(RefusalCode.Conflict);
        (await Client.EndAidAsync(borrower, asked.Id, new AidAnswer("not needed"), Token)).State.ShouldBe(AidPhase.Ended);
        (await Client.GetAidAsync(borrower, asked.Id, Token)).EndedBy.ShouldNotBeNull();
        (await Refused(() => Client.GetReadinessPriceAsync([ResponderId.Parse("f-9999")], Token))).ShouldBe(RefusalCode.Unknown);
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The door of areas: prices that a test sets.</summary>
public sealed partial class FakeAreas : IAreaFront
{
    private static readonly Refusal NotThere = new(RefusalCode.Unknown, "no such thing");

    /// <summary>The losses of everybody who is asked about; null: the door refuses.</summary>
    public IReadOnlyList<LevelLoss>? Losses { get; set; } = [];

    public List<IReadOnlyList<string>> Priced { get; } = [];

    public Task<Answer<AreaBoard>> Board(Credential caller, string area) => Task.FromResult<Answer<AreaBoard>>(NotThere);

    public Task<Answer<HandOverView>> HandOver(Credential caller, string area, HandOverCommand command) => Task.FromResult<Answer<HandOverView>>(NotThere);

    public Task<Answer<HandOverView>> Acknowledge(Credential caller, string area, string sheet, AcknowledgeCommand command) => Task.FromResult<Answer<HandOverView>>(NotThere);

    public Task<Answer<HandOverView>> Sheet(Credential caller, string area, string sheet) => Task.FromResult<Answer<HandOverView>>(NotThere);

    public Task<Answer<IReadOnlyList<HandOverView>>> Sheets(Credential caller, string area, int most) => Task.FromResult<Answer<IReadOnlyList<HandOverView>>>(NotThere);

    public Task<Answer<ReadinessPrice>> Price(Credential caller, IReadOnlyList<string> responders)
        => Task.FromResult(Losses is null ? (Answer<ReadinessPrice>)NotThere : Of(responders));

    public Task<Answer<IReadOnlyList<ReadinessPrice>>> Prices(Credential caller, IReadOnlyList<string> responders)
    {
        Priced.Add(responders);
        return Task.FromResult(Losses is null ? (Answer<IReadOnlyList<ReadinessPrice>>)NotThere : responders.Select(who => Of([who])).ToArray());
    }

    private ReadinessPrice Of(IReadOnlyList<string> responders) => new([.. responders.Select(ResponderId.Parse)], Losses!, [], [], Samples.Now);
}

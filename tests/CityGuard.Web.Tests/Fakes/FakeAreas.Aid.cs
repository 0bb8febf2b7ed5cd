using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>Aid that a test sets, and a list of what was said.</summary>
public sealed partial class FakeAreas
{
    public List<AidView> Running { get; } = [];

    public List<(string Area, object Said)> Said { get; } = [];

    public Refusal? Refusal { get; set; }

    public Task<Answer<IReadOnlyList<AreaId>>> Donors(Credential caller, string area) => Task.FromResult<Answer<IReadOnlyList<AreaId>>>(new[] { AreaId.Parse("s-01-02"), AreaId.Parse("d-01") });

    public Task<Answer<AidView>> AskAid(Credential caller, string area, AidCommand command) => Say(area, command);

    public Task<Answer<AidView>> Consent(Credential caller, string area, string aid, ConsentCommand command) => Say(area, command);

    public Task<Answer<AidView>> Decline(Credential caller, string area, string aid, AidAnswer answer) => Say(area, answer);

    public Task<Answer<AidView>> EndAid(Credential caller, string area, string aid, AidAnswer answer) => Say(area, answer);

    public Task<Answer<AidView>> Aid(Credential caller, string area, string aid) => Task.FromResult(Running.Find(view => view.Id.Value == aid) is { } view ? view : (Answer<AidView>)NotThere);

    public Task<Answer<IReadOnlyList<AidView>>> Aids(Credential caller, string area) => Task.FromResult<Answer<IReadOnlyList<AidView>>>(Running.ToArray());

    private Task<Answer<AidView>> Say(string area, object said)
    {
        Said.Add((area, said));
        return Task.FromResult(Refusal is { } refusal ? refusal : Running.Count > 0 ? Running[0] : (Answer<AidView>)NotThere);
    }
}

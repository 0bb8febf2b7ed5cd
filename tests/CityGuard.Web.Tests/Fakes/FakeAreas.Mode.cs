using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Tests.Fakes;

public sealed partial class FakeAreas
{
    public List<(Credential Caller, string Area, ModeCommand Command)> Modes { get; } = [];

    public Refusal? ModeRefusal { get; set; }

    public Task<Answer<Done>> SetMode(Credential caller, string area, ModeCommand command)
    {
        Modes.Add((caller, area, command));
        return Task.FromResult(ModeRefusal is { } refusal ? (Answer<Done>)refusal : Done.Value);
    }

    Task<Answer<AreaModes>> IAreaFront.Modes(Credential caller, string area) => Task.FromResult<Answer<AreaModes>>(NotThere);
}

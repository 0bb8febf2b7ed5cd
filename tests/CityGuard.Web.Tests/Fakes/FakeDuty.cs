using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>Duty that a test sets, and a list of what was said.</summary>
public sealed class FakeDuty : IDutyFront
{
    public DutyView? View { get; set; }

    public List<(string Area, object Said)> Said { get; } = [];

    public Refusal? Refusal { get; set; }

    public Task<Answer<DutyView>> Set(Credential caller, string area, DutyCommand command) => Say(area, command);

    public Task<Answer<DutyView>> End(Credential caller, string area, EndDutyCommand command) => Say(area, command);

    public Task<Answer<DutyView>> Acknowledge(Credential caller, string sector, AcknowledgeDutyCommand command) => Say(sector, command);

    public Task<Answer<DutyView>> Duty(Credential caller, string area) => Task.FromResult(View is null ? (Answer<DutyView>)new Refusal(RefusalCode.Unknown, "no such thing") : View);

    private Task<Answer<DutyView>> Say(string area, object said)
    {
        Said.Add((area, said));
        return Refusal is { } refusal ? Task.FromResult<Answer<DutyView>>(refusal) : Duty(new Credential("any"), area);
    }
}
